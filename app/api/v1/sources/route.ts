import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listSources } from '@/db/evidence/sources';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.listSources, async ({ permit, query, page }) => {
  const found = await listSources(permit, { q: query.q, before: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});
