import { and, desc, eq, exists, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Article } from '@/domain/article';
import type { Blindness } from '@/domain/blind';
import type { Reading } from '../claims/rows';
import { articleAssignees, articles, claims, revisions, scales } from '../schema';
import { isSeen } from '../second-verdicts/blind';
import { holdsWords } from '../words';
import { presentScale } from './scale';

const columns = {
  article: articles,
  scale: scales,
  revision: { id: revisions.id, number: revisions.number, title: revisions.title, sha256: revisions.sha256 },
  assignees: sql`(select json_group_array(a.person_id) from (
    select person_id from ${articleAssignees} where article_id = ${articles.id} order by position) a)`.mapWith(
    (people): string[] => JSON.parse(people as string),
  ),
};

export type ArticleRow = {
  article: typeof articles.$inferSelect;
  scale: typeof scales.$inferSelect;
  revision: { id: string; number: number; title: string; sha256: string };
  /** in their order */
  assignees: string[];
};

const isNewest = sql`${revisions.number} = (select max(r.number) from ${revisions} r where r.article_id = ${articles.id})`;

/** The articles that a condition picks, newest first, each with its scale and newest revision. */
export const articleRows = (db: Reading, where: SQL | undefined, limit: number): Promise<ArticleRow[]> =>
  db
    .select(columns)
    .from(articles)
    .innerJoin(scales, and(eq(scales.id, articles.scaleId), eq(scales.version, articles.scaleVersion)))
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), isNewest))
    .where(where)
    .orderBy(desc(articles.id))
    .limit(limit);

export async function articleRow(db: Reading, id: string): Promise<ArticleRow | null> {
  const [row] = await articleRows(db, eq(articles.id, id), 1);
  return row ?? null;
}

export type ArticleFilter = { state?: Article['state']; q?: string; assignee?: string; before?: string };

/**
 * The condition of a list: every word of `q` in title, publication or byline; it or a claim assigned to `assignee`, of
 * those to which whoever asks is not blind.
 */
export function chosenBy(
  db: Reading,
  blindness: Blindness,
  { state, q, assignee, before }: ArticleFilter,
): SQL | undefined {
  const assigned = (person: string) =>
    or(
      exists(
        db
          .select({ one: sql`1` })
          .from(claims)
          .where(and(eq(claims.articleId, articles.id), eq(claims.assignee, person), isSeen(claims.id, blindness))),
      ),
      sql`exists (select 1 from ${articleAssignees} a where a.article_id = ${articles.id} and a.person_id = ${person})`,
    );
  return and(
    state ? eq(articles.state, state) : undefined,
    before ? lt(articles.id, before) : undefined,
    assignee ? assigned(assignee) : undefined,
    holdsWords([revisions.title, articles.publication, articles.byline], q),
  );
}

export const presentArticle = ({ article, scale, revision, assignees }: ArticleRow): Article => ({
  id: article.id,
  slug: article.slug,
  title: revision.title,
  publication: article.publication,
  byline: article.byline,
  contact:
    article.contactName === null || article.contactEmail === null
      ? null
      : { name: article.contactName, email: article.contactEmail },
  publishedOn: article.publishedOn,
  url: article.url,
  language: article.language,
  rights: article.rights,
  state: article.state,
  scale: presentScale(scale),
  revision: { number: revision.number, sha256: revision.sha256 },
  setAside: article.setAside,
  assignees,
  dueAt: article.dueAt,
  createdBy: article.createdBy,
  createdAt: article.createdAt,
  updatedAt: article.updatedAt,
});
