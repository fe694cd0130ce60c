import { and, eq, sql } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import { mayDo, type Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { seesClaim } from '../claims/change';
import { presentClaim } from '../claims/present';
import type { ClaimRows, SecondRow } from '../claims/rows';
import type { Tx } from '../client';
import { notify } from '../notifications/notify';
import { idempotencyKeys, secondVerdicts } from '../schema';
import { type Expected, isCurrent } from '../version';
import { askedRow, changeSecond, storeSecond } from './change';
import { askedNews } from './news';
import { mayJudge } from './reviewers';
import { isSplit } from './split';

/** An editor asks a person for an independent second verdict, or assigns them one that the article's policy asks for. */
export function askSecondVerdict(permit: Permit<'decide'>, claimId: string, reviewer: string): Promise<Result<Claim>> {
  return changeSecond(permit, claimId, async (tx, rows, actor, now) => {
    const sees = seesClaim(rows, actor);
    if (!sees.ok) return sees;
    const open = mayBeAsked(rows);
    if (!open.ok) return open;
    const alone = await standsAlone(tx, rows);
    if (!alone.ok) return alone;
    const independent = await mayJudge(tx, rows, reviewer, actor.id);
    if (!independent.ok) return independent;
    const asked = { askedBy: actor.id, askedAt: now, reviewer };
    const row = rows.second ? { ...rows.second, ...asked } : askedRow({ claimId, drawn: null, ...asked });
    await storeSecond(tx, row);
    await forgetAnswers(tx, reviewer, claimId);
    await notify(tx, actor, [askedNews(reviewer, rows.claim)]);
    return ok({ row, type: 'second-verdict.asked', subject: row.id, content: { reviewer } });
  });
}

/** Somebody who has had nothing to do with a claim takes the second verdict that was drawn for it. */
export function takeSecondVerdict(permit: Permit<'annotate'>, claimId: string): Promise<Result<Claim>> {
  return changeSecond(permit, claimId, async (tx, rows, actor, now) => {
    const sees = seesClaim(rows, actor);
    if (!sees.ok) return sees;
    const open = mayBeAsked(rows);
    if (!open.ok) return open;
    const { second } = rows;
    if (!second) return refuse('rule', 'not-asked', 'No second verdict is asked for on this claim.');
    if (second.drawn !== 'share') return refuse('rule', 'not-to-be-taken', 'An editor chooses who gives this one.');
    const alone = await standsAlone(tx, rows);
    if (!alone.ok) return alone;
    const independent = await mayJudge(tx, rows, actor.id, null);
    if (!independent.ok) return independent;
    const row = { ...second, reviewer: actor.id, askedAt: now };
    await storeSecond(tx, row);
    await forgetAnswers(tx, actor.id, claimId);
    return ok({ row, type: 'second-verdict.asked', subject: row.id, content: { reviewer: actor.id } });
  });
}

/** Whether somebody can be asked to judge a claim now. */
function mayBeAsked({ claim, second }: ClaimRows): Result<true> {
  const not = (rule: string, message: string) => refuse('rule', rule, message);
  if (claim.droppedAt !== null) return not('dropped', 'This claim is dropped. Restore it first.');
  if (claim.k !== null)
    return not('published', 'This claim is published: its edition shows the first verdict, so nobody is blind to it.');
  if (claim.verdict === null || !claim.rationale.trim())
    return not(
      'no-first-verdict',
      'This claim has no verdict and rationale yet. A second verdict comes after the first.',
    );
  if (second?.filedAt) return not('already-filed', 'A second verdict on this claim is filed.');
  if (second?.reviewer) return not('already-asked', 'Somebody is asked already. Withdraw that first.');
  return ok(true);
}

/** Refuses a claim that shares its rationale with another, which the second reviewer would read. */
const standsAlone = async (tx: Tx, { claim }: ClaimRows): Promise<Result<true>> =>
  (await isSplit(tx, claim))
    ? refuse('rule', 'split', 'This claim was split, and the other one shows its rationale, so nobody is blind to it.')
    : ok(true);

/** Answers kept for somebody under an Idempotency-Key show the claim as they saw it before; a repetition may not. */
async function forgetAnswers(tx: Tx, person: string, claimId: string): Promise<void> {
  const holdsClaim = sql`instr(${idempotencyKeys.answer}, ${claimId}) > 0`;
  await tx.delete(idempotencyKeys).where(and(eq(idempotencyKeys.personId, person), holdsClaim));
}

/** An editor withdraws what was asked, or who was asked declines it; what is filed stands. */
export function withdrawSecondVerdict(
  permit: Permit<'annotate'>,
  claimId: string,
  expected: Expected,
): Promise<Result<Claim>> {
  return changeSecond(permit, claimId, async (tx, rows, actor, now) => {
    const { second } = rows;
    const declines = second?.filedAt === null && second.reviewer === actor.id;
    if (!declines && !mayDo(actor.role, 'decide')) return onlyEditors();
    const current = isCurrent(expected, presentClaim(rows, actor), 'claim');
    if (!current.ok) return current;
    if (!second) return refuse('rule', 'not-asked', 'No second verdict is asked for on this claim.');
    if (second.filedAt) return refuse('rule', 'already-filed', 'This second verdict is filed, and stands.');
    await withdraw(tx, second, actor.id, now);
    const content = { declined: declines, reviewer: second.reviewer };
    return ok({ row: null, type: 'second-verdict.withdrawn', subject: second.id, content });
  });
}

const onlyEditors = (): Result<never> =>
  refuse(
    'forbidden',
    'may-not-decide',
    'Only editors withdraw a second verdict, and whoever is asked declines their own.',
  );

const withdraw = (tx: Tx, { id }: SecondRow, by: string, now: string) =>
  tx.update(secondVerdicts).set({ withdrawnAt: now, withdrawnBy: by }).where(eq(secondVerdicts.id, id));
