import { handle } from '@/app/api/door/handle';
import { earlierChecksOf } from '@/db/search/earlier';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listEarlierOfClaim, async ({ permit, params }) =>
  map(await earlierChecksOf(permit, params.id), (items) => ({ body: { items } })),
);
