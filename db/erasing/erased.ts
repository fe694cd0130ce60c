import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Erased } from '@/domain/erasure';
import type { Reads } from '../client';
import { activity, activityContents } from '../schema';

/** SQL of what an entry of the log tells of an erasure, as JSON; null where the column holds no number. */
export const erasedJson = (seq: SQL) => sql<string | null>`(select json_object(
    'at', a.at, 'by', a.person_id, 'reason', json_extract(c.content, '$.reason'))
  from ${activity} a left join ${activityContents} c on c.seq = a.seq where a.seq = ${seq})`;

/** What entries of the log tell of erasures, by their numbers. */
export async function erasedBy(
  db: Pick<Reads, 'select'>,
  seqs: readonly (number | null)[],
): Promise<ReadonlyMap<number, Erased>> {
  const known = seqs.filter((seq) => seq !== null);
  if (known.length === 0) return new Map();
  const rows = await db
    .select({ seq: activity.seq, at: activity.at, by: activity.by, content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(inArray(activity.seq, known));
  return new Map(
    rows.map(({ seq, at, by, content }) => {
      const reason = content === null ? null : (JSON.parse(content) as { reason: string }).reason;
      return [seq, { at, by, reason }];
    }),
  );
}

/** What one entry tells; null of no entry. */
export const erasedAt = async (db: Pick<Reads, 'select'>, seq: number | null): Promise<Erased | null> =>
  seq === null ? null : ((await erasedBy(db, [seq])).get(seq) ?? null);
