import { and, desc, eq } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import { lineOfClaim } from '@/domain/claim';
import type { Period, Returned } from '@/domain/figures';
import type { Reading } from '../claims/rows';
import { claims, decisions } from '../schema';
import { isSeen } from '../second-verdicts/blind';
import { within } from './work';

/** The most that is listed. */
const MOST = 100;

/** The latest returns of the period, with their reasons. */
export async function returnsOf(db: Reading, period: Period, blindness: Blindness): Promise<Returned[]> {
  const rows = await db
    .select({
      claimId: claims.id,
      articleId: claims.articleId,
      statement: claims.statement,
      quotes: claims.quotes,
      note: decisions.note,
      by: decisions.decidedBy,
      at: decisions.decidedAt,
    })
    .from(decisions)
    .innerJoin(claims, eq(claims.id, decisions.claimId))
    .where(and(within(decisions.decidedAt, period), eq(decisions.outcome, 'return'), isSeen(claims.id, blindness)))
    .orderBy(desc(decisions.decidedAt))
    .limit(MOST);
  return rows.map(({ statement, quotes, note, ...row }) => ({
    ...row,
    statement: lineOfClaim({ statement, quotes }),
    note: note ?? '',
  }));
}
