import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listPeople } from '@/db/people/people';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.listPeople, async ({ permit, page }) => {
  const found = await listPeople(permit, { after: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});
