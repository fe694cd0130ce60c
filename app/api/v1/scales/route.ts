import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { addScale, listScales } from '@/db/scales';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';

export const GET = handle(contract.listScales, async ({ permit, page }) => {
  const found = await listScales(permit, { after: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});

export const POST = handle(contract.addScale, async ({ permit, body }) =>
  map(await addScale(permit, body), (scale) => ({ body: scale })),
);
