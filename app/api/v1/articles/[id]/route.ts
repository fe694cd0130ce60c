import { handle } from '@/app/api/door/handle';
import { readArticle } from '@/db/articles/read';
import { editArticle } from '@/db/articles/write';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readArticle, async ({ permit, params }) =>
  map(await readArticle(permit, params.id), (body) => ({ body })),
);

export const PATCH = handle(contract.editArticle, async ({ permit, params, expected, body }) =>
  map(await editArticle(permit, params.id, expected, body), (article) => ({ body: article })),
);
