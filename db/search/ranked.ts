import { sql } from 'drizzle-orm';
import { type Blindness, sighted } from '@/domain/blind';
import type { HitType } from '@/domain/search/hit';
import { database } from '../client';
import type { Match } from './match';
import { isFindable } from './unseen';

/**
 * Of more matches than this only the latest are ranked: ranking each of 80,000 takes 40 ms and more, and words that are
 * found so often tell little.
 */
export const MOST_RANKED = 5000;

/** How much a word counts by where it stands: facets nothing; headline or statement; who; text or quotes; the rest. */
const WEIGHTS = sql.raw('0, 8, 3, 2, 1');

export type Ranked = { found: { type: HitType; id: string }[]; total: number };

/**
 * What matches, best first, by bm25 with those weights, and of equals the latest first. For who is blind to a claim just the
 * latest first: how well things match follows from the words and lengths of everything in the index.
 */
export async function ranked(
  { expression, from, to }: Match,
  { limit, skip, blindness = sighted }: { limit: number; skip: number; blindness?: Blindness },
): Promise<Ranked> {
  const rank = blindness.size === 0 ? sql`bm25(search_index, ${WEIGHTS})` : sql`0`;
  const findable = isFindable(sql`rowid`, blindness) ?? sql`true`;
  const rows = await database().read.all<{ type: HitType; id: string; total: number }>(sql`
    select d.type as type, d.subject as id, m.total as total from (
      select doc, rank, count(*) over () as total from (
        select rowid as doc, ${rank} as rank from search_index
        where search_index match ${expression} and rowid >= ${from} and rowid < ${to} and ${findable}
        order by rowid desc limit ${MOST_RANKED}
      ) order by rank, doc desc limit ${limit} offset ${skip}
    ) m join search_documents d on d.doc = m.doc order by m.rank, m.doc desc`);
  return { found: rows.map(({ type, id }) => ({ type, id })), total: rows[0]?.total ?? 0 };
}
