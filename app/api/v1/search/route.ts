import { handle } from '@/app/api/door/handle';
import { searchDesk } from '@/db/search/find';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.searchDesk, async ({ permit, query, page }) => {
  const skip = Number(page.cursor ?? 0);
  const found = await searchDesk(permit, query.q ?? '', { limit: page.limit, skip });
  const end = skip + page.limit;
  return ok({ body: found, next: end < found.total ? String(end) : undefined });
});
