import { handle } from '@/app/api/door/handle';
import { listOverrides } from '@/db/editions/overrides';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listOverrides, async ({ permit, params }) =>
  map(await listOverrides(permit, params.id), (items) => ({ body: { items } })),
);
