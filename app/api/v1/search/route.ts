import { handle } from '@/app/api/door/handle';
import { searchDesk } from '@/db/desk/search';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.searchDesk, async ({ permit, query }) =>
  ok({ body: { items: await searchDesk(permit, query.q ?? '') } }),
);
