import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import type { Period, VerdictCounts } from '@/domain/figures';
import type { Scale } from '@/domain/scale';
import { presentScale } from '../articles/scale';
import { groupBy, type Reading } from '../claims/rows';
import { decisions, scales } from '../schema';
import { isSeen } from '../second-verdicts/blind';
import { within } from './work';

const isLatestApproval = sql`not exists (select 1 from ${decisions} d
  where d.claim_id = ${decisions.claimId} and d.outcome = 'approve' and d.number > ${decisions.number})`;

/** Approved verdicts by scale, each claim by its latest approval, if that fell into the period; most used scale first. */
export async function verdictsOf(db: Reading, period: Period, blindness: Blindness): Promise<VerdictCounts[]> {
  const rows = await db
    .select({
      scale: sql<string>`json_extract(${decisions.content}, '$.verdict.scale')`,
      key: sql<string>`json_extract(${decisions.content}, '$.verdict.key')`,
      week: sql<string>`date(${decisions.decidedAt}, 'weekday 0', '-6 days')`,
      count: sql<number>`count(*)`,
    })
    .from(decisions)
    .where(
      and(
        within(decisions.decidedAt, period),
        eq(decisions.outcome, 'approve'),
        isLatestApproval,
        isSeen(decisions.claimId, blindness),
      ),
    )
    .groupBy(sql`1, 2, 3`);
  const byScale = groupBy(rows, ({ scale }) => scale);
  const found = await scalesOf(db, [...byScale.keys()]);
  return [...byScale]
    .flatMap(([id, counted]) => {
      const scale = found.get(id);
      return scale ? [{ scale, counted: counted.map(({ week, key, count }) => ({ week, key, count })) }] : [];
    })
    .sort((a, b) => totalOf(b) - totalOf(a));
}

const totalOf = ({ counted }: VerdictCounts): number => counted.reduce((sum, { count }) => sum + count, 0);

/** Scales by their ids: the newest version, and after it the values that only earlier versions had. */
export async function scalesOf(db: Reading, ids: string[]): Promise<Map<string, Scale>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(scales).where(inArray(scales.id, ids)).orderBy(sql`${scales.version} desc`);
  const merged = new Map<string, Scale>();
  for (const row of rows) {
    const scale = presentScale(row);
    const newer = merged.get(scale.id);
    const dropped = scale.values.filter(({ key }) => newer?.values.every((value) => value.key !== key));
    merged.set(scale.id, newer ? { ...newer, values: [...newer.values, ...dropped] } : scale);
  }
  return merged;
}
