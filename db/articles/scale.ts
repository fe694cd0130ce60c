import { and, desc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import type { Scale } from '@/domain/scale';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { claims, scales, secondVerdicts } from '../schema';

/** The newest version of a scale. */
export async function newestScale(db: Reading, id: string): Promise<Result<typeof scales.$inferSelect>> {
  const [row] = await db.select().from(scales).where(eq(scales.id, id)).orderBy(desc(scales.version)).limit(1);
  return row
    ? ok(row)
    : refuse('rule', 'unknown-scale', 'The desk has no such scale. GET /api/v1/scales lists those it has.', {
        pointer: '/scale',
      });
}

/** Whether a claim of the article has a verdict, or somebody is asked for a second, which fixes the article's scale. */
export async function hasVerdict(db: Reading, articleId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: claims.id })
    .from(claims)
    .leftJoin(secondVerdicts, and(eq(secondVerdicts.claimId, claims.id), isNull(secondVerdicts.withdrawnAt)))
    .where(and(eq(claims.articleId, articleId), or(isNotNull(claims.verdict), isNotNull(secondVerdicts.id))))
    .limit(1);
  return row !== undefined;
}

/** The scale that an import would use, for its preview. */
export async function scaleForImport(_permit: Permit<'annotate'>, id: string): Promise<Result<Scale>> {
  const row = await newestScale(database().read, id);
  return map(row, presentScale);
}

export const presentScale = ({ id, version, name, ordered, verdicts }: typeof scales.$inferSelect): Scale => ({
  id,
  version,
  name,
  ordered,
  values: verdicts,
});
