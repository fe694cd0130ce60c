import { handle } from '@/app/api/door/handle';
import { dropClaim, restoreClaim } from '@/db/claims/drop';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.dropClaim, async ({ permit, params, expected, body }) =>
  map(await dropClaim(permit, params.id, expected, body.reason), (claim) => ({ body: claim })),
);

export const DELETE = handle(contract.restoreClaim, async ({ permit, params, expected }) =>
  map(await restoreClaim(permit, params.id, expected), (claim) => ({ body: claim })),
);
