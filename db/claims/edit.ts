import { and, eq } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { scales } from '../schema';
import type { Expected } from '../version';
import { changeClaim } from './change';
import { oneOfAnchorAndAbout } from './create';
import { checkFields } from './fields';
import { newestRevision, ofNewest, placesOf, replacePlaces } from './places';
import type { ClaimRows } from './rows';

const plainFields = ['statement', 'claimant', 'kind', 'saidOn', 'saidAt', 'verdict', 'rationale', 'assignee'] as const;

/** Changes the fields that are given, and where the claim stands. A patch that changes nothing leaves no trace. */
export function editClaim(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  patch: ClaimPatch,
): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'edit', async (tx, rows) => {
    const fields = await checkFields(tx, patch, patch.verdict == null ? [] : await verdictsOf(tx, rows));
    if (!fields.ok) return fields;
    const moved = await withPlaces(tx, rows, patch);
    if (!moved.ok) return moved;
    const claim = { ...moved.value.claim };
    for (const field of plainFields) if (patch[field] !== undefined) Object.assign(claim, { [field]: patch[field] });
    const changes = changesBetween(rows, { ...moved.value, claim });
    if (Object.keys(changes).length === 0) return ok({ rows: null, type: 'claim.changed' });
    return ok({ rows: { ...moved.value, claim }, type: 'claim.changed', content: { changes } });
  });
}

async function verdictsOf(tx: Tx, { scale }: ClaimRows) {
  const [row] = await tx
    .select({ verdicts: scales.verdicts })
    .from(scales)
    .where(and(eq(scales.id, scale.id), eq(scales.version, scale.version)));
  return row?.verdicts ?? [];
}

/** The rows with the claim put where the patch says: a new span, repeats elsewhere, or what it is about instead. */
async function withPlaces(tx: Tx, rows: ClaimRows, patch: ClaimPatch): Promise<Result<ClaimRows>> {
  if (patch.anchor === undefined && patch.alsoAt === undefined && patch.about === undefined) return ok(rows);
  const newest = await newestRevision(tx, rows.claim.articleId);
  if (!newest) throw new Error(`Article ${rows.claim.articleId} has no revision`);
  const current = ofNewest(newest, patch.revision);
  if (!current.ok) return current;
  const [first, ...others] = rows.anchors;
  const anchor = patch.anchor === undefined ? (patch.about ? null : (first ?? null)) : patch.anchor;
  const about = patch.about === undefined ? (patch.anchor ? null : rows.claim.about) : patch.about;
  const placed = oneOfAnchorAndAbout(anchor, about);
  if (!placed.ok) return placed;
  const alsoAt = patch.alsoAt ?? (anchor ? others : []);
  const places = anchor ? placesOf(newest, rows.claim.id, anchor, alsoAt) : noPlaces(alsoAt);
  if (!places.ok) return places;
  if (sameSpans(rows.anchors, places.value)) return ok({ ...rows, claim: { ...rows.claim, about } });
  await replacePlaces(tx, rows.anchors, places.value);
  const quotes = places.value.map((place) => place.exact);
  return ok({ ...rows, anchors: places.value, claim: { ...rows.claim, about, quotes } });
}

const noPlaces = (alsoAt: readonly unknown[]): Result<ClaimRows['anchors']> =>
  alsoAt.length === 0
    ? ok([])
    : refuse('rule', 'repeats-need-anchor', 'A claim that stands nowhere in the text has no repeats there.', {
        pointer: '/alsoAt',
      });

const spansOf = (places: ClaimRows['anchors']) => places.map(({ start, end }) => ({ start, end }));
const sameSpans = (a: ClaimRows['anchors'], b: ClaimRows['anchors']): boolean =>
  canonical(spansOf(a)) === canonical(spansOf(b));

/** What differs between two states of a claim's own fields: for each, the value before and the value after. */
function changesBetween(before: ClaimRows, after: ClaimRows): Record<string, [unknown, unknown]> {
  const told = ({ claim, anchors }: ClaimRows): Record<string, unknown> => ({
    ...Object.fromEntries(plainFields.map((field) => [field, claim[field]])),
    about: claim.about,
    quotes: claim.quotes,
    places: spansOf(anchors),
  });
  const [was, is] = [told(before), told(after)];
  const differing = Object.keys(was).filter((field) => canonical(was[field]) !== canonical(is[field]));
  return Object.fromEntries(differing.map((field) => [field, [was[field], is[field]]]));
}
