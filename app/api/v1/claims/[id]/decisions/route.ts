import { handle } from '@/app/api/door/handle';
import { decideClaim } from '@/db/claims/decide';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.decideClaim, async ({ permit, params, body }) =>
  map(await decideClaim(permit, params.id, body), (claim) => ({ body: claim })),
);
