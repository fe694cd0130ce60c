import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { publishEdition } from '@/db/editions/publish';
import { listEditions } from '@/db/editions/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listEditions, async ({ permit, params, page }) => {
  const before = page.cursor === undefined ? undefined : Number(page.cursor);
  const found = await listEditions(permit, params.id, { before, limit: page.limit + 1 });
  return map(found, (rows) => {
    const { items, next } = cut(rows, page, ({ number }) => String(number));
    return { body: { items }, next };
  });
});

export const POST = handle(contract.publish, async ({ permit, params, expected, body }) =>
  map(await publishEdition(permit, params.id, body, expected), (edition) => ({
    body: edition,
    location: `/api/v1/articles/${params.id}/editions/${edition.number}`,
  })),
);
