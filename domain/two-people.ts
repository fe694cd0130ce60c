import { type Permit, permit as permitFor } from './permission';
import type { DeskSize } from './person';
import { ok, type Result, refuse } from './result';

type Deciding = { outcome: 'approve' | 'return'; override?: { reason: string } };
/** What is decided on: who contributed to it, and its id where it is a claim. */
type Decided = { contributors: readonly string[]; claimId?: string };

/**
 * Nobody decides on what they contributed to (product.md, rule 3), unless the desk is of one person or an administrator
 * overrides: the reason to record if this decision lifts the rule, null where the rule holds, or the refusal.
 */
export function overrideOf(
  { actor }: Permit<'decide'>,
  { contributors, claimId }: Decided,
  size: DeskSize,
  { outcome, override }: Deciding,
): Result<string | null> {
  if (override) {
    const mayOverride = permitFor(actor, 'override');
    if (!mayOverride.ok) return mayOverride;
  }
  if (!contributors.includes(actor.id ?? '') || size === 'one') return ok(null);
  if (override && outcome === 'approve') return ok(override.reason);
  const what = claimId === undefined ? 'conclusion' : 'claim';
  const message = `You contributed to this ${what}, so another editor decides on it.`;
  return refuse('rule', 'two-people', message, claimId === undefined ? {} : { claimId });
}
