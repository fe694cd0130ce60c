import type { About } from '@/domain/about';
import { describeSpan, type Quote, type Span } from '@/domain/anchor';
import { type Claim, suggestKind } from '@/domain/claim';
import type { NewClaim } from '@/domain/contract/claims';
import { claimantAt } from '@/domain/doc';
import type { Bench } from './bench';

const longestStatement = 2000;
/** The quote as a statement to start from: one line, and nothing where it is longer than a statement may be. */
export const statementFrom = (quote: string): string =>
  quote.length > longestStatement ? '' : quote.replaceAll('\n', ' ');

const claimantOf = ({ article, revision }: Bench, start: number | null): Claim['claimant'] =>
  claimantAt(revision.doc, start, article.publication);

/** A claim to be made of a span, with everything prefilled that can be. */
export function claimOnSpan(bench: Bench, { start, end }: Span): NewClaim {
  const exact = bench.revision.text.slice(start, end);
  return {
    anchor: { start, end, exact },
    revision: bench.revision.number,
    statement: statementFrom(exact),
    kind: suggestKind(exact),
    claimant: claimantOf(bench, start),
  };
}

/** A claim about the headline, an image or the article as a whole. */
export const claimAbout = (bench: Bench, about: About): NewClaim => ({
  anchor: null,
  about,
  statement: about === 'headline' ? statementFrom(bench.article.title) : '',
  kind: typeof about === 'object' ? 'media' : about === 'headline' ? suggestKind(bench.article.title) : 'event',
  claimant: claimantOf(bench, null),
});

/** Where a quote stands in the text at hand; `lost` when that says something else there, until the server has judged. */
export function anchorOf({ revision }: Bench, { start, end, exact }: Quote): NonNullable<Claim['anchor']> {
  const stands = revision.text.slice(start, end) === exact;
  const described = stands
    ? describeSpan(revision.text, { start, end })
    : { start, end, exact, prefix: '', suffix: '' };
  return { ...described, revision: revision.number, state: stands ? 'exact' : 'lost' };
}

/** The claim as it will stand once the server has made it. */
export function draftOf(bench: Bench, id: string, made: NewClaim, at: string): Claim {
  const spans = made.anchor ? [made.anchor, ...(made.alsoAt ?? [])] : [];
  const [anchor = null, ...alsoAt] = spans.map((span) => anchorOf(bench, span));
  return {
    id,
    articleId: bench.article.id,
    k: null,
    state: 'draft',
    digest: '',
    anchor,
    alsoAt,
    about: made.about ?? null,
    unsettled: null,
    kept: null,
    settlement: null,
    quotes: spans.map(({ exact }) => exact),
    statement: made.statement ?? '',
    claimant: made.claimant ?? null,
    kind: made.kind ?? 'event',
    saidOn: made.saidOn ?? null,
    saidAt: made.saidAt ?? null,
    verdict: made.verdict ?? null,
    rationale: made.rationale ?? '',
    evidence: [],
    nextEvidence: 1,
    approaches: [],
    waivers: [],
    decision: null,
    approved: null,
    dropped: null,
    erased: null,
    secondVerdict: null,
    contributors: [bench.me.id],
    assignee: made.assignee ?? null,
    dueAt: made.dueAt ?? null,
    createdBy: bench.me.id,
    createdAt: at,
    updatedAt: at,
  };
}
