import { eq } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { WaiveRequest } from '@/domain/contract/standards';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { newId } from '../ids';
import { waivers } from '../schema';
import type { Expected } from '../version';
import { changeClaim } from './change';

const noSuchWaiver = (): Result<never> => refuse('missing', 'no-such-waiver', 'There is no such waiver.');

/** Says why a claim need not meet a check; takes the place of what was said before. */
export function waive(
  permit: Permit<'annotate'>,
  claimId: string,
  expected: Expected,
  { rule, reason }: WaiveRequest,
): Promise<Result<Claim>> {
  return changeClaim(permit, claimId, expected, 'edit', async (tx, rows, actor, now) => {
    const before = rows.waivers.find((each) => each.rule === rule);
    const row = {
      id: newId(),
      claimId,
      rule,
      reason: reason.trim(),
      givenBy: actor.id ?? '',
      givenAt: now,
      withdrawnAt: null,
    };
    if (before?.reason === row.reason) return ok({ rows: null, type: 'claim.waived' });
    if (before) await tx.update(waivers).set({ withdrawnAt: now }).where(eq(waivers.id, before.id));
    await tx.insert(waivers).values(row);
    const others = rows.waivers.filter((each) => each.rule !== rule);
    const content = { rule, reason: row.reason };
    return ok({ rows: { ...rows, waivers: [...others, row] }, type: 'claim.waived', subject: row.id, content });
  });
}

/** Withdraws a waiver: the check asks for what it asked before. */
export async function withdrawWaiver(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
): Promise<Result<Claim>> {
  const [found] = await database().read.select({ claimId: waivers.claimId }).from(waivers).where(eq(waivers.id, id));
  if (!found) return noSuchWaiver();
  return changeClaim(permit, found.claimId, expected, 'edit', async (tx, rows, _actor, now) => {
    const row = rows.waivers.find((each) => each.id === id);
    if (!row) return noSuchWaiver();
    await tx.update(waivers).set({ withdrawnAt: now }).where(eq(waivers.id, id));
    const left = rows.waivers.filter((each) => each.id !== id);
    const content = { rule: row.rule, reason: row.reason };
    return ok({ rows: { ...rows, waivers: left }, type: 'claim.waiver-withdrawn', subject: id, content });
  });
}
