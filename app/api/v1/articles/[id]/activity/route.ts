import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listActivity } from '@/db/activity';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listActivity, async ({ permit, params, query, page }) => {
  const before = page.cursor === undefined ? undefined : Number(page.cursor);
  const found = await listActivity(permit, params.id, { claim: query.claim, before, limit: page.limit + 1 });
  return map(found, (rows) => {
    const { items, next } = cut(rows, page, ({ id }) => id);
    return { body: { items }, next };
  });
});
