import { and, desc, eq, lt } from 'drizzle-orm';
import type { Article, Revision } from '@/domain/article';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { revisions } from '../schema';
import { type ArticleFilter, articleRow, articleRows, chosenBy, presentArticle } from './rows';

export const noSuchArticle = (): Result<never> => refuse('missing', 'no-such-article', 'There is no such article.');

export async function readArticle(_permit: Permit<'read'>, id: string): Promise<Result<Article>> {
  const row = await articleRow(database().read, id);
  return row ? ok(presentArticle(row)) : noSuchArticle();
}

/** Articles, newest first; `before` is the id to go on from. */
export async function listArticles(
  _permit: Permit<'read'>,
  { limit, ...filter }: ArticleFilter & { limit: number },
): Promise<Article[]> {
  const { read } = database();
  const rows = await articleRows(read, chosenBy(read, filter), limit);
  return rows.map(presentArticle);
}

const presentRevision = (row: typeof revisions.$inferSelect): Revision => ({
  number: row.number,
  title: row.title,
  text: row.body,
  doc: row.doc,
  sha256: row.sha256,
  createdAt: row.createdAt,
  createdBy: row.createdBy,
});

export async function readRevision(
  _permit: Permit<'read'>,
  articleId: string,
  number: number,
): Promise<Result<Revision>> {
  const [row] = await database()
    .read.select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)));
  return row ? ok(presentRevision(row)) : refuse('missing', 'no-such-revision', 'The article has no such revision.');
}

export type RevisionHead = Omit<Revision, 'text' | 'doc'>;

/** The revisions of an article without their texts, newest first; `before` is the number to go on from. */
export async function listRevisions(
  permit: Permit<'read'>,
  articleId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<Result<RevisionHead[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const rows = await database()
    .read.select({
      number: revisions.number,
      title: revisions.title,
      sha256: revisions.sha256,
      createdAt: revisions.createdAt,
      createdBy: revisions.createdBy,
    })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), before === undefined ? undefined : lt(revisions.number, before)))
    .orderBy(desc(revisions.number))
    .limit(limit);
  return ok(rows);
}
