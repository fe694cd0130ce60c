import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listArticles } from '@/db/articles/read';
import { importArticle } from '@/db/articles/write';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';
import { readImport } from './read-import';

export const GET = handle(contract.listArticles, async ({ permit, query, page }) => {
  const { state, q, assignee } = query;
  const found = await listArticles(permit, { state, q, assignee, before: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});

export const POST = handle(contract.importArticle, async ({ permit, body, file }) => {
  const read = await readImport(body, file);
  if (!read.ok) return read;
  return map(await importArticle(permit, read.value.article), ({ article, text }) => ({
    body: { ...article, revision: { ...article.revision, text } },
    version: article,
    location: `/api/v1/articles/${article.id}`,
  }));
});
