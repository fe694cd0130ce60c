import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import type { UploadedFile } from '@/app/api/door/upload';
import { listArticles } from '@/db/articles/read';
import { type Imported, importArticle } from '@/db/articles/write';
import { answerBefore } from '@/db/write';
import { contract } from '@/domain/contract';
import type { ImportRequest } from '@/domain/contract/articles';
import type { Permit } from '@/domain/permission';
import { map, ok, type Result } from '@/domain/result';
import { readImport } from './read-import';

export const GET = handle(contract.listArticles, async ({ permit, query, page }) => {
  const { state, q, assignee } = query;
  const found = await listArticles(permit, { state, q, assignee, before: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});

export const POST = handle(contract.importArticle, async ({ permit, body, file, request }) =>
  map((await answerBefore<Imported>(permit)) ?? (await imported(permit, body, file, request)), ({ article, text }) => ({
    body: { ...article, revision: { ...article.revision, text } },
    version: article,
    location: `/api/v1/articles/${article.id}`,
  })),
);

async function imported(
  permit: Permit<'annotate'>,
  body: ImportRequest,
  file: UploadedFile | null,
  { signal }: Request,
): Promise<Result<Imported>> {
  const read = await readImport(body, file, signal);
  return read.ok ? importArticle(permit, read.value.article) : read;
}
