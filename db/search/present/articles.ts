import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import type { Hit } from '@/domain/search/hit';
import { marked } from '@/domain/search/marked';
import { database } from '../../client';
import { articles, revisions } from '../../schema';
import { snippetAmong, type Wanted } from './wanted';

const isNewest = sql`${revisions.number} = (select max(r.number) from ${revisions} r where r.article_id = ${articles.id})`;

export async function articleHits(_permit: Permit<'read'>, ids: readonly string[], wanted: Wanted): Promise<Hit[]> {
  const rows = await database()
    .read.select({ article: articles, title: revisions.title, body: revisions.body })
    .from(articles)
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), isNewest))
    .where(inArray(articles.id, [...ids]));
  return rows.map(({ article, title, body }) => ({
    type: 'article',
    id: article.id,
    label: marked(title, wanted),
    snippet: snippetAmong([body, article.byline], wanted),
    detail: article.publication,
    articleId: article.id,
    claimId: null,
    verdict: null,
    state: article.state,
    at: article.createdAt,
  }));
}

/** The headlines that articles have now, by their ids. */
export async function headlinesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database()
    .read.select({ id: articles.id, title: revisions.title })
    .from(articles)
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), isNewest))
    .where(inArray(articles.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
