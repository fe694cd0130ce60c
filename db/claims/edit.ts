import { and, eq } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import { asInstant } from '@/domain/due';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { isIntact } from '@/domain/revision';
import type { Tx } from '../client';
import { scales } from '../schema';
import type { Expected } from '../version';
import { assignedOn, notifyAssignee } from './assign';
import { changeClaim, type Work } from './change';
import { checkFields } from './fields';
import { newestOf, ofNewest, putPlaces } from './places';
import { placedBy } from './replace';
import type { ClaimRows } from './rows';
import { remember } from './settle';
import { placedOf } from './settled';

const plainFields = [
  'statement',
  'claimant',
  'kind',
  'saidOn',
  'saidAt',
  'verdict',
  'rationale',
  'assignee',
  'dueAt',
] as const;

/** Changes the fields that are given, and where the claim stands. A patch that changes nothing leaves no trace. */
export function editClaim(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  patch: ClaimPatch,
): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'edit', editing(patch));
}

/** The work of an edit, for a write of its own or one that changes several claims. */
export const editing =
  ({ dueAt, ...given }: ClaimPatch): Work =>
  async (tx, rows, actor, now) => {
    const patch: ClaimPatch = dueAt === undefined ? given : { ...given, dueAt: asInstant(dueAt) };
    const fields = await checkFields(tx, patch, patch.verdict == null ? [] : await verdictsOf(tx, rows));
    if (!fields.ok) return fields;
    const moved = await withPlaces(tx, rows, patch, actor, now);
    if (!moved.ok) return moved;
    const claim = { ...moved.value.claim, ...assignedOn(rows.claim, patch.assignee, actor.id ?? '', now) };
    for (const field of plainFields) if (patch[field] !== undefined) Object.assign(claim, { [field]: patch[field] });
    const changes = changesBetween(rows, { ...moved.value, claim });
    if (Object.keys(changes).length === 0) return ok({ rows: null, type: 'claim.changed' });
    await notifyAssignee(tx, actor, rows.claim, claim);
    return ok({ rows: { ...moved.value, claim }, type: 'claim.changed', content: { changes } });
  };

/** The verdicts of the scale that a claim is judged by. */
export async function verdictsOf(tx: Tx, { scale }: ClaimRows) {
  const [row] = await tx
    .select({ verdicts: scales.verdicts })
    .from(scales)
    .where(and(eq(scales.id, scale.id), eq(scales.version, scale.version)));
  return row?.verdicts ?? [];
}

/** The rows with the claim put where the patch says: a new span, repeats elsewhere, or what it is about instead. */
async function withPlaces(
  tx: Tx,
  rows: ClaimRows,
  patch: ClaimPatch,
  actor: Actor,
  now: string,
): Promise<Result<ClaimRows>> {
  if (patch.anchor === undefined && patch.alsoAt === undefined && patch.about === undefined) return ok(rows);
  const newest = await newestOf(tx, rows.claim.articleId);
  const current = ofNewest(newest, patch.revision);
  if (!current.ok) return current;
  const before = placedOf(rows);
  const placed = placedBy(patch, before, newest);
  if (!placed.ok || canonical(placed.value) === canonical(before)) return placed.ok ? ok(rows) : placed;
  if (!before.places.every(({ state }) => isIntact(state))) {
    const made = { way: 'selected' as const, revisionId: newest.id, before, after: placed.value };
    await remember(tx, actor, rows.claim.id, made, now);
  }
  return ok(await putPlaces(tx, rows.claim, newest, placed.value));
}

/** What differs between two states of a claim's own fields: for each, the value before and the value after. */
function changesBetween(before: ClaimRows, after: ClaimRows): Record<string, [unknown, unknown]> {
  const told = ({ claim, anchors }: ClaimRows): Record<string, unknown> => ({
    ...Object.fromEntries(plainFields.map((field) => [field, claim[field]])),
    about: claim.about,
    quotes: claim.quotes,
    places: anchors.map(({ start, end }) => ({ start, end })),
  });
  const [was, is] = [told(before), told(after)];
  const differs = (field: string) => was[field] !== is[field] && canonical(was[field]) !== canonical(is[field]);
  const differing = Object.keys(was).filter(differs);
  return Object.fromEntries(differing.map((field) => [field, [was[field], is[field]]]));
}
