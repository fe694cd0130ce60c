import { describeSpan } from '@/domain/anchor';
import { digestOf, sha256Hex } from '@/domain/canonical';
import { digestOfConclusion } from '@/domain/conclusion';
import type { Content } from '@/domain/content';
import { plainDoc } from '@/domain/doc';
import {
  buildPayload,
  type Candidate,
  type Choices,
  type ConclusionCandidate,
  claimsOf,
  digestOfEdition,
  type Material,
  type Payload,
  planEdition,
} from '@/domain/edition';
import type { Scale } from '@/domain/scale';
import { scaleSchema } from '@/domain/scale';
import shipped from '@/domain/scales.json' with { type: 'json' };
import { presets } from '@/domain/standards';

export const plain: Scale = scaleSchema.parse(shipped[0]);

export const articleText = [
  'The harbour of Port Ellery handled 41,200 containers in March. Mayor Ines Calder called it a record. Nobody disputed the figure at the time.',
  'A second terminal opens in June, the port authority said. It will employ 300 people. The union expects half of that.',
].join('\n');

export const anchorAt = (quote: string, text = articleText, revision = 1) => {
  const start = text.indexOf(quote);
  return { ...describeSpan(text, { start, end: start + quote.length }), revision, state: 'exact' as const };
};

export const contentWith = (content: Partial<Content> = {}): Content => ({
  statement: 'Port Ellery handled 41,200 containers in March.',
  kind: 'number',
  claimant: { name: 'The Ellery Gazette', type: 'publication', role: null, sameAs: null },
  saidOn: null,
  saidAt: null,
  about: null,
  quotes: [],
  verdict: { key: 'true', scale: 'plain', version: 1 },
  rationale: 'The port authority’s own table says so [1].',
  evidence: [
    {
      number: 1,
      stance: 'supports',
      quote: '41,200 units',
      locator: 'Table 2',
      primary: true,
      accessedOn: '2026-04-02',
      archivedUrl: null,
      source: {
        url: 'https://port.example/march',
        title: 'Monthly traffic',
        publisher: 'Port authority',
        publishedOn: null,
      },
    },
  ],
  ...content,
});

type Given = Partial<Omit<Candidate, 'approval'>> & {
  quote?: string | null;
  content?: Partial<Content>;
  approved?: boolean;
  overrideReason?: string;
  contributors?: string[];
};

/** A claim on a quote of the article, approved unless told otherwise. */
export function candidate(id: string, given: Given = {}): Candidate {
  const { quote = '41,200 containers', content, approved = true, overrideReason = null, contributors, ...rest } = given;
  const anchors = quote === null ? [] : [anchorAt(quote)];
  const said = contentWith({ quotes: anchors.map(({ exact }) => exact), ...content });
  return {
    id,
    k: null,
    state: approved ? 'approved' : 'draft',
    statement: said.statement,
    quotes: said.quotes,
    anchors,
    headline: null,
    keptSince: null,
    withdrawal: null,
    approval: approved
      ? {
          digest: digestOf(said),
          content: said,
          anchors,
          stands: anchors,
          title: 'Harbour claims a record',
          contributors: contributors ?? ['ada'],
          approvedBy: 'eve',
          approvedAt: '2026-04-03T10:00:00.000Z',
          overrideReason,
        }
      : null,
    mergedInto: null,
    openThreads: 0,
    ...rest,
  };
}

/** An approved conclusion. */
export const concluded = (
  text: string,
  given: Partial<NonNullable<ConclusionCandidate['approval']>> = {},
): ConclusionCandidate => ({
  state: 'approved',
  text,
  approval: {
    text,
    digest: digestOfConclusion(text),
    contributors: ['ada'],
    approvedBy: 'eve',
    approvedAt: '2026-04-03T11:00:00.000Z',
    overrideReason: null,
    ...given,
  },
});
const noLevels = presets.find(({ id }) => id === 'none')!.levels;

export const material = (
  given: Omit<Partial<Material>, 'article'> & { article?: Partial<Material['article']> } = {},
): Material => ({
  scale: plain,
  desk: { name: 'The Ellery desk', size: 'several', contact: null },
  credits: new Map([
    ['ada', 'Ada Reyes'],
    ['eve', 'Eve Okoro'],
  ]),
  claims: [candidate('a')],
  conclusion: null,
  standards: { levels: noLevels, since: new Map(), origin: null, now: '2026-04-04T12:00:00.000Z', claims: new Map() },
  openThreads: 0,
  hold: null,
  previous: null,
  verdicts: new Map(),
  lastK: 0,
  ...given,
  article: {
    slug: 'harbour-record',
    title: 'Harbour claims a record',
    publication: 'The Ellery Gazette',
    byline: null,
    publishedOn: '2026-04-01',
    url: 'https://gazette.example/harbour',
    language: 'en',
    rights: 'excerpt',
    state: 'checking',
    revision: { number: 1, sha256: sha256Hex(articleText), text: articleText, doc: plainDoc(articleText.split('\n')) },
    ...given.article,
  },
});

export const choices = (given: Partial<Choices> = {}): Choices => ({
  note: null,
  tier: null,
  asLastApproved: [],
  ...given,
});

const stamp = () => {
  let drawn = 0;
  return {
    publishedAt: '2026-04-04T12:00:00.000Z',
    publishedBy: 'Eve Okoro',
    salt: () => String(++drawn).padStart(32, '0'),
  };
};

/** What publishing this would freeze. */
export function published(made: Material, chosen: Choices = choices()): Payload {
  return buildPayload(made, chosen, planEdition(made, chosen), stamp());
}

/** The same article after its edition came out: claims have their numbers, and the edition is the one before. */
export function afterwards(made: Material, payload: Payload): Material {
  const plan = planEdition(made, choices());
  const ks = new Map(plan.goesOut.map(({ claimId, k }) => [claimId, k]));
  return {
    ...made,
    claims: made.claims.map((claim) => ({ ...claim, k: claim.k ?? ks.get(claim.id) ?? null })),
    previous: { number: payload.frame.edition.number, payload, digest: digestOfEdition(payload) },
    verdicts: new Map([...made.verdicts, ...claimsOf(payload).map(({ k, content }) => [k, content.verdict] as const)]),
    lastK: Math.max(made.lastK, ...ks.values()),
  };
}
