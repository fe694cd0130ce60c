import type { Claim } from '@/domain/claim';
import { approvalOf, evaluate, type Finding, type Ground, type Levels } from '@/domain/standards';
import { siteOf } from '@/domain/standards/site';
import { articleRow, presentArticle } from '../articles/rows';
import type { Reading } from '../claims/rows';
import { countOpenThreads } from '../discussion/read';
import { readDeskRow } from '../people/desk';
import { publicOrigin } from '../settled';
import { readLevels } from './settings';

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
    siteOf,
    now: new Date().toISOString(),
  };
}

/** How claims of one article stand to the desk's standards, each as its reader is shown it. */
export async function findingsOf(db: Reading, ground: ArticleGround, claims: readonly Claim[]): Promise<Finding[][]> {
  const [first] = claims;
  const threads = first ? await countOpenThreads(db, first.articleId) : new Map<string, number>();
  return claims.map((claim) =>
    evaluate(claim, { ...ground, openThreads: threads.get(claim.id) ?? 0, approval: approvalOf(claim) }),
  );
}
