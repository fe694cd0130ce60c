import { z } from 'zod';
import type { Content } from '../content';
import { replyInWords } from '../reply-words';
import { verdictOf } from '../scale';
import { type Adjudicated, claimsOf, type EditionClaim, type Frame, type Payload } from './payload';

export const changeSchema = z.object({
  what: z.string().describe('What differs, in words: verdict, rationale, evidence 2, title, …'),
  before: z.string(),
  after: z.string(),
});
export type Change = z.infer<typeof changeSchema>;

/** One difference between two editions: of a claim, or (without `k`) of the article itself or of the conclusion. */
export const differenceSchema = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'article', 'conclusion']),
  k: z.int().nullable(),
  statement: z.string().nullable(),
  changes: z.array(changeSchema).describe('Empty for a claim that was added or taken out.'),
});
export type Difference = z.infer<typeof differenceSchema>;

/** What is said of something, each part by its name in words; absent parts are empty. */
type Said = Map<string, string>;

const lines = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n');

const timeOf = (instant: string): string => `${instant.slice(0, 19).replace('T', ' ')} UTC`;

function evidenceSaid({ number, source, ...item }: Content['evidence'][number]): [string, string] {
  const said =
    'description' in source ? [source.description] : [source.title, source.publisher, source.publishedOn, source.url];
  const rank = item.primary ? 'primary' : 'secondary';
  const when = item.accessedOn && `accessed ${item.accessedOn}`;
  return [
    `evidence ${number}`,
    lines(`${item.stance}, ${rank}`, ...said, item.quote, item.locator, when, item.archivedUrl),
  ];
}

const aboutSaid = (about: Content['about']): string =>
  about === null ? '' : typeof about === 'string' ? `the ${about}` : `the image: ${about.image}`;

const stands: Record<Adjudicated['choice'], string> = {
  first: 'the first stands',
  second: 'the second stands',
  third: 'a third stands',
};

function claimSaid(
  { content, gone, verifiedBy, adjudicated, checkedBy, approvedBy, approvedAt, override }: EditionClaim,
  { scale }: Frame,
): Said {
  const { claimant, verdict } = content;
  return new Map([
    ['verdict', verdictOf(scale, verdict?.key ?? null)?.label ?? verdict?.key ?? ''],
    ['statement', content.statement],
    ['rationale', content.rationale],
    ['claimant', claimant ? lines(claimant.name, claimant.role, claimant.sameAs) : ''],
    ['kind', content.kind],
    ['date it was said', content.saidOn ?? ''],
    ['address where it was said', content.saidAt ?? ''],
    ['subject', aboutSaid(content.about)],
    ['words in the article', content.quotes.join('\n')],
    ['words no longer in the article', gone ? lines(`seen ${timeOf(gone.since)}`, ...gone.quotes) : ''],
    ['independent verification', verifiedBy ? 'by two reviewers' : ''],
    ['two independent verdicts that differ', adjudicated ? lines(stands[adjudicated.choice], adjudicated.reason) : ''],
    ...content.evidence.map(evidenceSaid),
    ...(content.replies ?? []).map((reply): [string, string] => [
      `right of reply, ${reply.party}`,
      replyInWords(reply),
    ]),
    ['approval', lines(`${checkedBy.join(', ')}; approved by ${approvedBy}, ${timeOf(approvedAt)}`, override?.reason)],
  ]);
}

function conclusionSaid({ conclusion }: Frame): Said {
  if (!conclusion) return new Map();
  const { text, checkedBy, approvedBy, approvedAt, override } = conclusion;
  const approval = lines(`${checkedBy.join(', ')}; approved by ${approvedBy}, ${timeOf(approvedAt)}`, override?.reason);
  return new Map([
    ['text', text],
    ['approval', approval],
  ]);
}

function articleSaid({ article, desk, scale }: Frame): Said {
  return new Map([
    ['title', article.title],
    ['publication', article.publication ?? ''],
    ['byline', article.byline ?? ''],
    ['date of the article', article.publishedOn ?? ''],
    ['address of the original', article.url ?? ''],
    ['language', article.language],
    ['rights', article.rights],
    ['revision', String(article.revision.number)],
    ['name of the desk', desk.name],
    ['people', desk.onePerson ? 'one person' : 'two people'],
    ['scale', `${scale.name}, version ${scale.version}`],
  ]);
}

function changesBetween(before: Said, after: Said): Change[] {
  const parts = [...new Set([...after.keys(), ...before.keys()])];
  return parts
    .map((what) => ({ what, before: before.get(what) ?? '', after: after.get(what) ?? '' }))
    .filter((change) => change.before !== change.after);
}

const difference = (kind: Difference['kind'], claim: EditionClaim | null, changes: Change[] = []): Difference => ({
  kind,
  k: claim?.k ?? null,
  statement: claim?.content.statement ?? null,
  changes,
});

/** What an edition says otherwise than the one before it: of the article, the conclusion, then by claim, in reading order. */
export function differences(before: Payload, after: Payload): Difference[] {
  const [was, is] = [claimsOf(before), claimsOf(after)];
  const byK = new Map(was.map((claim) => [claim.k, claim]));
  const stays = new Set(is.map(({ k }) => k));
  const article = changesBetween(articleSaid(before.frame), articleSaid(after.frame));
  const conclusion = changesBetween(conclusionSaid(before.frame), conclusionSaid(after.frame));
  return [
    ...(article.length > 0 ? [difference('article', null, article)] : []),
    ...(conclusion.length > 0 ? [difference('conclusion', null, conclusion)] : []),
    ...is.flatMap((claim) => {
      const old = byK.get(claim.k);
      if (!old) return [difference('added', claim)];
      const changes = changesBetween(claimSaid(old, before.frame), claimSaid(claim, after.frame));
      return changes.length > 0 ? [difference('changed', claim, changes)] : [];
    }),
    ...was.filter(({ k }) => !stays.has(k)).map((claim) => difference('removed', claim)),
  ];
}
