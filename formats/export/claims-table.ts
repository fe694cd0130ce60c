import { stringify } from 'csv-stringify/sync';
import { addressOf, type EditionClaim, type Entry, type Frame, type Payload } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { plainProse } from '../prose/plain';
import { csvOptions } from './table';

const columns = [
  'claim',
  'address',
  'statement',
  'kind',
  'claimant',
  'claimant_type',
  'said_on',
  'said_at',
  'quote',
  'verdict',
  'rating',
  'rationale',
  'evidence',
  'checked_by',
  'approved_by',
  'approved_at',
  'withdrawn_at',
  'withdrawn_because',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | null>>;

const sourceOf = ({ stance, source }: EditionClaim['content']['evidence'][number]): string =>
  `${stance}: ${'description' in source ? source.description : (source.url ?? source.title)}`;

function rowOf(claim: EditionClaim, frame: Frame, origin: string): Row {
  const { k, content } = claim;
  const value = verdictOf(frame.scale, content.verdict?.key ?? null);
  return {
    claim: k,
    address: `${origin}${addressOf(frame.article.slug, frame.edition.number, k)}`,
    statement: content.statement,
    kind: content.kind,
    claimant: content.claimant?.name ?? null,
    claimant_type: content.claimant?.type ?? null,
    said_on: content.saidOn,
    said_at: content.saidAt,
    quote: content.quotes.join('\n'),
    verdict: value?.label ?? null,
    rating: value?.rating ?? null,
    rationale: plainProse(content.rationale),
    evidence: content.evidence.map(sourceOf).join('\n'),
    checked_by: claim.checkedBy.join('\n'),
    approved_by: claim.approvedBy,
    approved_at: claim.approvedAt,
  };
}

const entryOf = (entry: Entry, frame: Frame, origin: string): Row =>
  'claim' in entry
    ? rowOf(entry.claim, frame, origin)
    : { withdrawn_at: entry.withdrawal.at, withdrawn_because: entry.withdrawal.reason };

/**
 * The claims of an edition as CSV (RFC 4180), one a row, under a header. A field that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
export const claimsTable = ({ frame, claims }: Payload, origin: string): string =>
  stringify(
    claims.map((entry) => entryOf(entry, frame, origin)),
    { header: true, columns: [...columns], ...csvOptions },
  );
