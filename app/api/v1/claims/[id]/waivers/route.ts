import { handle } from '@/app/api/door/handle';
import { waive } from '@/db/claims/waivers';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.waive, async ({ permit, params, expected, body }) =>
  map(await waive(permit, params.id, expected, body), (claim) => ({ body: claim })),
);
