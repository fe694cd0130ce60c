import { eq, inArray } from 'drizzle-orm';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Schedule } from '@/domain/schedule';
import { readArticle } from '../articles/read';
import type { Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { record } from '../log';
import { schedules } from '../schema';
import { blindIn } from '../second-verdicts/blind';

export type ScheduleRow = typeof schedules.$inferSelect;

export const presentSchedule = ({ articleId: _, seen: __, ...schedule }: ScheduleRow): Schedule => schedule;

/** What is told of an article's scheduled edition to somebody signed in; not why it failed, to who is blind to a claim. */
export async function readSchedule(permit: Permit<'read'>, articleId: string): Promise<Result<Schedule | null>> {
  const { actor } = permit;
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const schedule = await scheduleOf(database().read, articleId);
  const isBlind = (await blindIn(database().read, actor, articleId)).size > 0;
  return ok(schedule && (isBlind ? { ...schedule, problems: [] } : schedule));
}

/** The edition of an article that waits for its hour, or the latest that had one; null without any. */
export async function scheduleOf(db: Reading, articleId: string): Promise<Schedule | null> {
  return (await schedulesOf(db, [articleId])).get(articleId) ?? null;
}

/** The same of several articles, by their ids. */
export async function schedulesOf(db: Reading, articleIds: string[]): Promise<ReadonlyMap<string, Schedule>> {
  const rows = await db.select().from(schedules).where(inArray(schedules.articleId, articleIds));
  return new Map(rows.map((row) => [row.articleId, presentSchedule(row)]));
}

/** Whoever publishes by hand publishes in the place of what waits, and has dealt with what failed. */
export async function overtakeSchedule(tx: Tx, actor: Actor, articleId: string, now: string): Promise<void> {
  const [row] = await tx.select().from(schedules).where(eq(schedules.articleId, articleId));
  if (!row) return;
  await tx.delete(schedules).where(eq(schedules.articleId, articleId));
  if (row.state !== 'waiting') return;
  const content = { at: row.at, because: 'published' };
  await record(tx, actor, { type: 'edition.unscheduled', articleId, content }, now);
}
