import { asc, inArray } from 'drizzle-orm';
import { database } from '../client';
import { revisions } from '../schema';

/** The headlines that articles have now, by their ids. */
export async function titlesOf(articleIds: string[]): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await database()
    .read.select({ id: revisions.articleId, title: revisions.title })
    .from(revisions)
    .where(inArray(revisions.articleId, [...new Set(articleIds)]))
    .orderBy(asc(revisions.number));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
