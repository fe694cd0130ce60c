import { handle } from '@/app/api/door/handle';
import { listBriefs } from '@/db/desk/briefs';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listDeskClaims, async ({ permit, query, page }) => {
  const { limit: _limit, cursor: _cursor, sort, ...filter } = query;
  return map(await listBriefs(permit, filter, { sort, ...page }), ({ items, next }) => ({ body: { items }, next }));
});
