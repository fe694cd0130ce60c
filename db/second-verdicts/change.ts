import { eq } from 'drizzle-orm';
import type { ActivityType } from '@/domain/activity';
import type { Claim } from '@/domain/claim';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchClaim } from '../claims/change';
import { presentClaim } from '../claims/present';
import { type ClaimRows, claimRow, type SecondRow } from '../claims/rows';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { claims, secondVerdicts } from '../schema';
import { write } from '../write';

/** A second verdict after a change, and what the log says of it; `row` is null where it was withdrawn. */
export type SecondChange = {
  row: SecondRow | null;
  type: ActivityType;
  subject: string;
  content?: Record<string, unknown>;
};

/**
 * Runs one change of a claim's second verdict. The claim has another version after it, as everybody sees whether a second
 * verdict is asked; its content, and who contributed to that, stay as they are.
 */
export function changeSecond(
  permit: Permit,
  claimId: string,
  work: (tx: Tx, rows: ClaimRows, actor: Actor & { id: string }, now: string) => Promise<Result<SecondChange>>,
): Promise<Result<Claim>> {
  return write(permit, async (tx, actor) => {
    const { id } = actor;
    if (id === null) return refuse('forbidden', 'nobody-asks', 'Do this as a person of the desk.');
    const before = await claimRow(tx, claimId);
    if (!before) return noSuchClaim();
    const now = new Date().toISOString();
    const change = await work(tx, before, { ...actor, id }, now);
    if (!change.ok) return change;
    const { row, type, subject, content } = change.value;
    const claim = { ...before.claim, updatedAt: now };
    await tx.update(claims).set({ updatedAt: now }).where(eq(claims.id, claimId));
    await record(tx, actor, { type, articleId: claim.articleId, claimId, subject, content }, now);
    return ok(presentClaim({ ...before, claim, second: row }, actor));
  });
}

/** A second verdict that is asked for and nothing more. */
export const askedRow = (
  given: Pick<SecondRow, 'claimId' | 'drawn' | 'askedBy' | 'askedAt' | 'reviewer'>,
): SecondRow => ({
  id: newId(),
  ...given,
  withdrawnAt: null,
  withdrawnBy: null,
  filedAt: null,
  scaleId: null,
  scaleVersion: null,
  verdict: null,
  rationale: null,
  evidence: null,
  sources: null,
  firstVerdict: null,
  first: null,
  question: null,
  choice: null,
  reason: null,
  adjudicatedVerdict: null,
  adjudicatedBy: null,
  adjudicatedAt: null,
});

/** Stores a second verdict as it is now. */
export async function storeSecond(tx: Tx, row: SecondRow): Promise<SecondRow> {
  await tx.insert(secondVerdicts).values(row).onConflictDoUpdate({ target: secondVerdicts.id, set: row });
  return row;
}
