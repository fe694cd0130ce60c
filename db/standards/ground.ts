import { and, count, inArray, isNull } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import { approvalOf, evaluate, type Finding, type Ground, type Levels } from '@/domain/standards';
import { articleRow, presentArticle } from '../articles/rows';
import type { Reading } from '../claims/rows';
import { readDeskRow } from '../people/desk';
import { comments } from '../schema';
import { publicOrigin } from '../settled';
import { readLevels } from './settings';

/** How many threads on each of these claims nobody resolved, by the claim's id; claims without any are not in it. */
export async function openThreads(db: Reading, claimIds: string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ claimId: comments.claimId, open: count() })
    .from(comments)
    .where(and(inArray(comments.claimId, claimIds), isNull(comments.parentId), isNull(comments.resolvedAt)))
    .groupBy(comments.claimId);
  return new Map(rows.map(({ claimId, open }) => [claimId, open]));
}

/** What every claim of an article is judged by. */
export type ArticleGround = Omit<Ground, 'openThreads' | 'approval'> & { title: string };

/** What the claims of an article are judged by now; `levels` in place of the desk's own. */
export async function groundOfArticle(db: Reading, articleId: string, levels?: Levels): Promise<ArticleGround> {
  const row = await articleRow(db, articleId);
  if (!row) throw new Error(`Article ${articleId} is gone`);
  const { title, url, language, scale } = presentArticle(row);
  return {
    title,
    levels: levels ?? (await readLevels(db)).levels,
    scale,
    desk: await readDeskRow(db),
    article: { url, language },
    origin: publicOrigin(),
    now: new Date().toISOString(),
  };
}

/** How claims of one article stand to the desk's standards, each as its reader is shown it. */
export async function findingsOf(db: Reading, ground: ArticleGround, claims: readonly Claim[]): Promise<Finding[][]> {
  const threads = await openThreads(
    db,
    claims.map(({ id }) => id),
  );
  return claims.map((claim) =>
    evaluate(claim, { ...ground, openThreads: threads.get(claim.id) ?? 0, approval: approvalOf(claim) }),
  );
}
