import { and, asc, eq, lte } from 'drizzle-orm';
import { sighted } from '@/domain/blind';
import { planEdition, worseThanSeen } from '@/domain/edition';
import { permit } from '@/domain/permission';
import { ok, type Problem, type Result, refuse } from '@/domain/result';
import { editorsOf } from '../articles/editors';
import type { Reading } from '../claims/rows';
import { database, type Tx, unavailable } from '../client';
import { unmet } from '../editions/consent';
import { materialOf } from '../editions/material';
import { freeze } from '../editions/publish';
import { record } from '../log';
import { notify } from '../notifications/notify';
import { actorFor, atCommandLine } from '../people/identify';
import { schedules } from '../schema';
import type { ScheduleRow } from './rows';

/** The edition that has been due for longest; null while none is. */
async function firstDue(db: Reading, now: string): Promise<ScheduleRow | null> {
  const [row] = await db
    .select()
    .from(schedules)
    .where(and(eq(schedules.state, 'waiting'), lte(schedules.at, now)))
    .orderBy(asc(schedules.at))
    .limit(1);
  return row ?? null;
}

/**
 * Publishes the edition that has been due for longest, or keeps why it cannot be; false while none is due, for which the
 * database is read once and not written. It is looked up again by the transaction that settles it, which needs no
 * lease: however many processes try, one of them finds it waiting.
 */
export async function publishDue(now = new Date()): Promise<boolean> {
  const at = now.toISOString();
  const due = await firstDue(database().read, at);
  if (!due) return false;
  try {
    await database().write(async (tx) => {
      const row = await firstDue(tx, at); // another process may have been faster
      if (row) await settle(tx, row, at);
    });
  } catch (error) {
    if (unavailable(error)) throw error;
    await database().write((tx) => fail(tx, due, [brokenDown], at));
    console.error(error);
  }
  return true;
}

const brokenDown: Problem = {
  rule: 'went-wrong',
  message: 'Something went wrong on our side, and nothing was published. Publish it by hand.',
};

async function settle(tx: Tx, row: ScheduleRow, now: string): Promise<void> {
  const published = await attempt(tx, row);
  if (!published.ok) return fail(tx, row, published.refusal.problems, now);
  const settled = { state: 'published' as const, number: published.value, settledAt: now };
  await tx.update(schedules).set(settled).where(eq(schedules.articleId, row.articleId));
}

const mayNot: Problem = {
  rule: 'scheduler-may-not-publish',
  message: 'Who scheduled this may not publish any more. Publish it yourself, or schedule it anew.',
};

/** Publishes in the scheduler's name, by the rules of publishing by hand; the number of the edition. Refuses before it writes. */
async function attempt(tx: Tx, row: ScheduleRow): Promise<Result<number>> {
  const actor = await actorFor(tx, row.scheduledBy);
  if (!actor || !permit(actor, 'publish').ok) return refuse('forbidden', mayNot.rule, mayNot.message);
  const made = await materialOf(tx, row.articleId, sighted);
  if (!made) throw new Error(`Article ${row.articleId} of a scheduled edition is gone`);
  const plan = planEdition(made.material, row);
  const broken = unmet([...plan.checklist, ...worseThanSeen(row.seen, plan, made.material)]);
  if (!broken.ok) return broken;
  const by = { ...actor, id: row.scheduledBy };
  return ok((await freeze(tx, by, made, row, plan, row.at)).number);
}

/** Keeps what was wrong, for the desk to be told. Waiting it must still be: somebody may have taken it back meanwhile. */
async function fail(tx: Tx, row: ScheduleRow, problems: Problem[], now: string): Promise<void> {
  const { articleId } = row;
  const failed = await tx
    .update(schedules)
    .set({ state: 'failed', settledAt: now, problems })
    .where(and(eq(schedules.articleId, articleId), eq(schedules.state, 'waiting'), eq(schedules.at, row.at)))
    .returning({ articleId: schedules.articleId });
  if (failed.length === 0) return;
  const content = { at: row.at, scheduledBy: row.scheduledBy, problems: problems.map(({ rule }) => rule) };
  await record(tx, atCommandLine(), { type: 'edition.schedule-failed', articleId, content }, now);
  const told = [...new Set([row.scheduledBy, ...(await editorsOf(tx, articleId))])];
  const about = { kind: 'not-published', articleId, number: row.number } as const;
  await notify(
    tx,
    atCommandLine(),
    told.map((person) => ({ person, ...about })),
  );
}
