import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listDeliveries } from '@/db/webhooks/hooks';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listDeliveries, async ({ permit, params, page }) => {
  const found = await listDeliveries(permit, params.id, { before: page.cursor, limit: page.limit + 1 });
  return map(found, (rows) => {
    const { items, next } = cut(rows, page, ({ id }) => id);
    return { body: { items }, next };
  });
});
