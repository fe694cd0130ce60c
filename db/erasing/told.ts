import { asc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type ErasureType, erasureTypes, type Told, toldTogether } from '@/domain/erasure';
import type { Actor } from '@/domain/permission';
import type { Reading } from '../claims/rows';
import type { Tx } from '../client';
import { record } from '../log';
import { activity, activityContents, erasures } from '../schema';

/** Everything that was erased, as far as the log tells of it. */
export const readTold = async (db: Reading) => toldTogether((await entriesTold(db)).map(({ told }) => told));

/** What each entry of an erasure tells, oldest first; one whose content was erased since tells nothing itself. */
async function entriesTold(db: Reading): Promise<{ seq: number; told: Told }[]> {
  const rows = await db
    .select({ seq: activity.seq, content: activityContents.content })
    .from(activity)
    .innerJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(inArray(activity.type, [...erasureTypes]))
    .orderBy(asc(activity.seq));
  return rows.map(({ seq, content }) => ({ seq, told: JSON.parse(content) as Told }));
}

type Erasure = {
  type: ErasureType;
  articleId?: string;
  claimId?: string;
  /** the id of the person or the edition */
  subject?: string;
};

/**
 * Deletes what entries of the log say, and tells of it by an entry, whose number is the answer. Where an entry of an
 * earlier erasure is among them, this one tells what that told, so that nothing is missing untold.
 */
export async function eraseContents(tx: Tx, actor: Actor, erasure: Erasure, told: Told, now: string): Promise<number> {
  const gone = new Set(told.contents);
  const earlier = (await entriesTold(tx)).filter(({ seq }) => gone.has(seq)).map((each) => each.told);
  const all = toldTogether([told, ...earlier]);
  const content: Told = {
    reason: told.reason,
    contents: [...all.contents].sort((a, b) => a - b),
    hashes: [...all.hashes].sort(),
    editions: [...all.editions].sort(),
  };
  for (const some of chunks(told.contents))
    await tx.delete(activityContents).where(inArray(activityContents.seq, some));
  const seq = await record(tx, actor, { ...erasure, content }, now);
  await tx.insert(erasures).values({ seq, sweptAt: null });
  return seq;
}

/** Entries deleted by one statement. */
const AT_ONCE = 500;
const chunks = (all: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) =>
    all.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/** The numbers of the entries that meet a condition and still say something. */
export async function entriesWhere(db: Reading, where: SQL | undefined): Promise<number[]> {
  const rows = await db
    .select({ seq: activity.seq })
    .from(activity)
    .innerJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(where)
    .orderBy(asc(activity.seq));
  return rows.map(({ seq }) => seq);
}

/** The condition that a text holds one of these ids. */
export const holdsAny = (text: SQLWrapper, words: readonly string[]): SQL =>
  words.length === 0
    ? sql`0`
    : sql`exists (select 1 from json_each(${JSON.stringify(words)}) w where instr(${text}, w.value) > 0)`;
