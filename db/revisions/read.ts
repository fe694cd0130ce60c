import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Revision, RevisionHead, RevisionKind } from '@/domain/article';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle, readArticle } from '../articles/read';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { articles, reports, revisions } from '../schema';

/** The first revision has no report, and was imported. */
const kind = sql<RevisionKind>`coalesce(${reports.kind}, 'import')`;

const head = {
  number: revisions.number,
  title: revisions.title,
  sha256: revisions.sha256,
  kind,
  reason: revisions.reason,
  createdAt: revisions.createdAt,
  createdBy: revisions.createdBy,
};

export const noSuchRevision = (): Result<never> =>
  refuse('missing', 'no-such-revision', 'The article has no such revision.');

/** One revision of an article with its text and document. */
export async function readRevision(
  _permit: Permit<'read'>,
  articleId: string,
  number: number,
): Promise<Result<Revision>> {
  const [row] = await database()
    .read.select({ ...head, text: revisions.body, doc: revisions.doc })
    .from(revisions)
    .leftJoin(reports, eq(reports.revisionId, revisions.id))
    .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)));
  return row ? ok(row) : noSuchRevision();
}

type Some = { before?: number; limit?: number };

/** The heads of an article's revisions, newest first, from the number before `before` on; none for an unknown article. */
export const revisionHeads = (db: Reading, articleId: string, { before, limit }: Some = {}): Promise<RevisionHead[]> =>
  db
    .select(head)
    .from(revisions)
    .leftJoin(reports, eq(reports.revisionId, revisions.id))
    .where(and(eq(revisions.articleId, articleId), before === undefined ? undefined : lt(revisions.number, before)))
    .orderBy(desc(revisions.number))
    .limit(limit ?? -1);

/** The revisions of an article without their texts, newest first; `before` is the number to go on from. */
export async function listRevisions(
  permit: Permit<'read'>,
  articleId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<Result<RevisionHead[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  return ok(await revisionHeads(database().read, articleId, { before, limit }));
}

/** The newest text of an article, as far as it matters for reading the next one. */
export type LastText = { title: string; text: string; language: string; setAside: string[] };

export async function lastRead(_permit: Permit<'annotate'>, articleId: string): Promise<Result<LastText>> {
  const [row] = await database()
    .read.select({
      title: revisions.title,
      text: revisions.body,
      language: articles.language,
      setAside: articles.setAside,
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ? ok(row) : noSuchArticle();
}
