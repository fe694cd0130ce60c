import { and, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Blindness } from '@/domain/blind';
import { type Counted, type Period, type Spread, spreadOf } from '@/domain/figures';
import { groupBy, type Reading } from '../claims/rows';
import { claims, decisions } from '../schema';
import { isSeen } from '../second-verdicts/blind';

/** The Monday of the week that an instant is in, as SQLite computes it. */
const weekOf = (instant: SQLiteColumn): SQL<string> => sql<string>`date(${instant}, 'weekday 0', '-6 days')`;

/** The condition that an instant lies within a period. */
export const within = (instant: SQLiteColumn, { from, to }: Period): SQL | undefined =>
  and(gte(instant, from), lt(instant, sql`date(${to}, '+1 day')`));

/** How many claims were made, approved and returned in each week; a claim decided on twice counts twice. */
export async function workOf(db: Reading, period: Period, blindness: Blindness): Promise<Counted[]> {
  const made = await db
    .select({ week: weekOf(claims.createdAt), count: sql<number>`count(*)` })
    .from(claims)
    .where(within(claims.createdAt, period))
    .groupBy(sql`1`);
  const decided = await db
    .select({ week: weekOf(decisions.decidedAt), key: decisions.outcome, count: sql<number>`count(*)` })
    .from(decisions)
    .where(and(within(decisions.decidedAt, period), isSeen(decisions.claimId, blindness)))
    .groupBy(sql`1, 2`);
  return [...made.map((row) => ({ ...row, key: 'made' })), ...decided];
}

/** How long claims whose first decision fell into the period had been waiting for it since they were made, by week. */
export async function timeToDecision(db: Reading, period: Period, blindness: Blindness): Promise<Map<string, Spread>> {
  const rows = await db
    .select({
      week: weekOf(decisions.decidedAt),
      hours: sql<number>`(julianday(${decisions.decidedAt}) - julianday(${claims.createdAt})) * 24`,
    })
    .from(decisions)
    .innerJoin(claims, sql`${claims.id} = ${decisions.claimId} and ${decisions.number} = 1`)
    .where(and(within(decisions.decidedAt, period), isSeen(decisions.claimId, blindness)));
  const byWeek = groupBy(rows, ({ week }) => week);
  return new Map(
    [...byWeek].flatMap(([week, all]) => {
      const spread = spreadOf(all.map(({ hours }) => hours));
      return spread ? [[week, spread] as const] : [];
    }),
  );
}
