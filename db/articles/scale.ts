import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { ok, type Result, refuse } from '@/domain/result';
import type { Reading } from '../claims/rows';
import { claims, scales } from '../schema';

/** The newest version of a scale. */
export async function newestScale(db: Reading, id: string): Promise<Result<typeof scales.$inferSelect>> {
  const [row] = await db.select().from(scales).where(eq(scales.id, id)).orderBy(desc(scales.version)).limit(1);
  return row
    ? ok(row)
    : refuse('rule', 'unknown-scale', 'The desk has no such scale. GET /api/v1/scales lists those it has.', {
        pointer: '/scale',
      });
}

/** Whether a claim of the article has a verdict, which fixes the article's scale. */
export async function hasVerdict(db: Reading, articleId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isNotNull(claims.verdict)))
    .limit(1);
  return row !== undefined;
}
