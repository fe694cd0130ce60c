import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { agreementOf } from '@/domain/agreement';
import { lineOfClaim } from '@/domain/claim';
import type { Paired, PairedVerdicts, Period } from '@/domain/figures';
import { groupBy, type Reading } from '../claims/rows';
import { claims, secondVerdicts } from '../schema';
import { scalesOf } from './verdicts';
import { within } from './work';

/**
 * The independent verdicts filed in the period, by scale, the latest first: what was asked for and not filed is in none,
 * so nobody who is still to judge learns anything here.
 */
export async function pairsOf(db: Reading, period: Period): Promise<PairedVerdicts[]> {
  const rows = await db
    .select({
      claimId: claims.id,
      articleId: claims.articleId,
      statement: claims.statement,
      quotes: claims.quotes,
      scale: secondVerdicts.scaleId,
      first: secondVerdicts.firstVerdict,
      second: secondVerdicts.verdict,
    })
    .from(secondVerdicts)
    .innerJoin(claims, eq(claims.id, secondVerdicts.claimId))
    .where(
      and(
        within(secondVerdicts.filedAt, period),
        isNotNull(secondVerdicts.firstVerdict),
        isNull(secondVerdicts.withdrawnAt),
      ),
    )
    .orderBy(desc(secondVerdicts.filedAt));
  const byScale = groupBy(rows, ({ scale }) => scale ?? '');
  const found = await scalesOf(db, [...byScale.keys()]);
  return [...byScale].flatMap(([id, all]) => {
    const scale = found.get(id);
    if (!scale) return [];
    const pairs = all.map(({ quotes, scale: _, first, second, ...claim }): Paired => {
      const statement = lineOfClaim({ ...claim, quotes });
      return { ...claim, statement, first: first ?? '', second: second ?? '' };
    });
    return [
      {
        scale,
        pairs,
        agreement: agreementOf(
          pairs.map(({ first, second }) => [first, second]),
          scale,
        ),
      },
    ];
  });
}
