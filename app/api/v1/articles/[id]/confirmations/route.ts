import { handle } from '@/app/api/door/handle';
import { confirmOverride } from '@/db/editions/overrides';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.confirmOverride, async ({ permit, params, body }) =>
  map(await confirmOverride(permit, params.id, body), (override) => ({ body: override })),
);
