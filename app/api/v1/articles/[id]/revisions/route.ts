import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listRevisions } from '@/db/articles/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listRevisions, async ({ permit, params, page }) => {
  const before = page.cursor === undefined ? undefined : Number(page.cursor);
  const found = await listRevisions(permit, params.id, { before, limit: page.limit + 1 });
  return map(found, (rows) => {
    const { items, next } = cut(rows, page, ({ number }) => String(number));
    return { body: { items }, next };
  });
});
