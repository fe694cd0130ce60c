import type { ClaimKind } from '@/domain/claim';
import { addressOf, type EditionClaim, type Entry, type Frame, type Payload } from '@/domain/edition';
import { type VerdictValue, verdictOf } from '@/domain/scale';
import { plainProse } from '../prose/plain';

/*
 * The form of the AVeriTeC data set (https://fever.ai/dataset/averitec.html): an array of claims. Stet asks no
 * questions, so `questions` is empty and the evidence stands beside it, as `evidence`. `verdict` is the label that the
 * desk's scale gives; `label` is one of AVeriTeC's four, null where none of them can be said of the claim.
 */

/** A verdict's colour says which part of the order it belongs to, in every scale. */
const labels: Record<VerdictValue['colour'], string | null> = {
  'pants-on-fire': 'Refuted',
  false: 'Refuted',
  'mostly-false': 'Refuted',
  mixed: 'Conflicting Evidence/Cherrypicking',
  misleading: 'Conflicting Evidence/Cherrypicking',
  'mostly-true': 'Supported',
  true: 'Supported',
  unproven: 'Not Enough Evidence',
  'not-checkable': null,
};

const claimTypes: Record<ClaimKind, string> = {
  event: 'Event/Property Claim',
  number: 'Numerical Claim',
  quotation: 'Quote Verification',
  cause: 'Causal Claim',
  position: 'Position Statement',
  media: 'Media Analysis Claim',
  prediction: 'Speculative Claim',
  opinion: 'Opinion Claim',
};

/** `2026-04-01` as the data set writes it: `1-4-2026`. */
const dayOf = (date: string | null): string | null =>
  date === null ? null : date.split('-').reverse().map(Number).join('-');

const evidenceOf = ({ number, stance, quote, source, archivedUrl }: EditionClaim['content']['evidence'][number]) => {
  const known = 'description' in source ? { url: null, title: source.description, publisher: null } : source;
  return {
    number,
    stance,
    answer: quote,
    source_title: known.title,
    source_publisher: known.publisher,
    source_url: known.url,
    cached_source_url: archivedUrl,
  };
};

function claimOf({ k, content }: EditionClaim, frame: Frame, origin: string): object {
  const value = verdictOf(frame.scale, content.verdict?.key ?? null);
  const { article, edition } = frame;
  return {
    claim: content.statement,
    required_reannotation: false,
    label: value ? labels[value.colour] : null,
    justification: plainProse(content.rationale),
    claim_date: dayOf(content.saidOn ?? article.publishedOn),
    speaker: content.claimant?.name ?? null,
    original_claim_url: content.saidAt ?? article.url,
    fact_checking_article: `${origin}${addressOf(article.slug, edition.number, k)}`,
    reporting_source: article.publication,
    location_ISO_code: null,
    claim_types: [claimTypes[content.kind as ClaimKind] ?? content.kind],
    fact_checking_strategies: [],
    questions: [],
    evidence: content.evidence.map(evidenceOf),
    verdict: value?.label ?? null,
  };
}

const entryOf = (entry: Entry, frame: Frame, origin: string): object =>
  'claim' in entry ? claimOf(entry.claim, frame, origin) : { withdrawal: entry.withdrawal };

/** The claims of an edition; of a withdrawn one, when and why. */
export const averitecOf = ({ frame, claims }: Payload, origin: string): object[] =>
  claims.map((entry) => entryOf(entry, frame, origin));
