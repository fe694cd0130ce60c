import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Period, Relied } from '@/domain/figures';
import type { Reading } from '../claims/rows';
import { evidence, sources } from '../schema';
import { within } from './work';

/** The most that is drawn. */
const MOST = 20;

/** Where no publisher is named: the address's host or, without one, the source's title. */
const publisher = sql<string>`coalesce(nullif(trim(${sources.publisher}), ''),
  case when ${sources.url} is null then ${sources.title} else
    replace(substr(${sources.url}, instr(${sources.url}, '://') + 3,
      instr(substr(${sources.url}, instr(${sources.url}, '://') + 3) || '/', '/') - 1), 'www.', '') end)`;

/** The publishers most relied on by evidence added in the period. Of withheld sources none is named. */
export const sourcesOf = (db: Reading, period: Period): Promise<Relied[]> =>
  db
    .select({
      publisher,
      primary: sql<number>`sum(${evidence.primary})`,
      secondary: sql<number>`sum(not ${evidence.primary})`,
    })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .where(and(within(evidence.createdAt, period), isNull(evidence.removedAt), eq(sources.withheld, false)))
    .groupBy(sql`1`)
    .orderBy(desc(sql`count(*)`), sql`1`)
    .limit(MOST);
