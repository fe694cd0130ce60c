import type { Claim } from '../claim';
import type { Content } from '../content';
import type { DeskSize } from '../person';
import type { Scale } from '../scale';
import type { Levels } from './rule';

/** A source as far as a standard can see: of a withheld one that was approved before, only its description. */
export type JudgedSource = Pick<Claim['evidence'][number]['source'], 'url' | 'title' | 'publisher' | 'publishedOn'>;

export type JudgedEvidence = Pick<
  Claim['evidence'][number],
  'number' | 'stance' | 'quote' | 'primary' | 'accessedOn'
> & {
  source: JudgedSource;
};

/** What of a claim the standards look at; every claim is one. */
export type Judged = Pick<
  Claim,
  'statement' | 'quotes' | 'claimant' | 'verdict' | 'rationale' | 'unsettled' | 'approaches' | 'waivers'
> & { evidence: readonly JudgedEvidence[] };

/**
 * Who approved a claim, who had contributed to it then, whether an override lifted the rule of two people, and which second
 * person confirmed it in retrospect, when.
 */
export type JudgedApproval = {
  by: string;
  contributors: readonly string[];
  overridden: boolean;
  confirmed?: { by: string; at: string };
};

/** What the standards of a desk are looked at by, apart from the claim. */
export type Ground = {
  levels: Levels;
  scale: Scale;
  desk: { size: DeskSize };
  article: { url: string | null; language: string };
  /** where this desk's own editions are published; null while it serves one machine alone */
  origin: string | null;
  /** threads on the claim that nobody resolved */
  openThreads: number;
  approval: JudgedApproval | null;
  /** the registrable domain of an address (`siteOf` in `site.ts`); null where that is not known, and the host counts */
  siteOf: (url: string) => string | null;
  /** when it is looked at: RFC 3339, UTC */
  now: string;
};

const nothing = { url: null, publisher: null, publishedOn: null };

/** A claim in the words that were approved, where it was changed since; approaches, waivers and its place are as of now. */
export const asApproved = (claim: Judged, content: Content): Judged => ({
  ...claim,
  statement: content.statement,
  quotes: content.quotes,
  claimant: content.claimant as Judged['claimant'],
  verdict: content.verdict?.key ?? null,
  rationale: content.rationale,
  evidence: content.evidence.map(({ source, stance, ...item }) => ({
    ...item,
    stance: stance as JudgedEvidence['stance'],
    source: 'description' in source ? { ...nothing, title: source.description } : source,
  })),
});

/** The sites of a claim's sources as the server told them; an address that was only just typed has none yet. */
export const sitesTold =
  ({ evidence }: Claim): Ground['siteOf'] =>
  (url) =>
    evidence.find(({ source }) => source.url === url)?.source.site ?? null;

/** Who approved a claim that stands approved; null for any other. */
export function approvalOf({ state, decision, contributors }: Claim): JudgedApproval | null {
  if (state !== 'approved' || decision?.outcome !== 'approve') return null;
  const { decidedBy: by, override } = decision;
  return { by, contributors, overridden: override !== null, confirmed: override?.confirmed };
}
