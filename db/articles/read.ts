import type { Article } from '@/domain/article';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { blindTo } from '../second-verdicts/blind';
import { type ArticleFilter, articleRow, articleRows, chosenBy, presentArticle } from './rows';

export const noSuchArticle = (): Result<never> => refuse('missing', 'no-such-article', 'There is no such article.');

export async function readArticle(_permit: Permit<'read'>, id: string): Promise<Result<Article>> {
  const row = await articleRow(database().read, id);
  return row ? ok(presentArticle(row)) : noSuchArticle();
}

/** Articles, newest first; `before` is the id to go on from. */
export async function listArticles(
  permit: Permit<'read'>,
  { limit, ...filter }: ArticleFilter & { limit: number },
): Promise<Article[]> {
  const { read } = database();
  const rows = await articleRows(read, chosenBy(read, await blindTo(read, permit.actor), filter), limit);
  return rows.map(presentArticle);
}
