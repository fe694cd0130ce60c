import type { Claim } from '@/domain/claim';
import { mayDrop, type Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Expected } from '../version';
import { changeClaim, type Work } from './change';
import { unmerge } from './merge';

/** Drops a claim, from whatever state: internal housekeeping, told nowhere outside the desk. */
export function dropClaim(
  permit: Permit<'drop'>,
  id: string,
  expected: Expected,
  reason: string,
): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'drop', dropping(permit, reason));
}

export const dropping =
  (permit: Permit<'drop'>, reason: string): Work =>
  async (_tx, rows, actor, now) => {
    const own = mayDrop(permit, rows.claim.createdBy);
    if (!own.ok) return own;
    const claim = { ...rows.claim, droppedAt: now, droppedBy: actor.id, dropReason: reason };
    return ok({ rows: { ...rows, claim }, type: 'claim.dropped', content: { reason } });
  };

/** Restores a dropped claim to the state it was dropped from; one that was merged gets its evidence back. */
export const restoreClaim = (permit: Permit<'drop'>, id: string, expected: Expected): Promise<Result<Claim>> =>
  changeClaim(permit, id, expected, 'restore', restoring(permit));

export const restoring =
  (permit: Permit<'drop'>): Work =>
  async (tx, rows, actor, now) => {
    const own = mayDrop(permit, rows.claim.createdBy);
    if (!own.ok) return own;
    if (rows.claim.mergedInto !== null) return unmerge(tx, rows, actor, now);
    const claim = { ...rows.claim, droppedAt: null, droppedBy: null, dropReason: null };
    return ok({ rows: { ...rows, claim }, type: 'claim.restored' });
  };
