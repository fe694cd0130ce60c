import { handle } from '@/app/api/door/handle';
import { settleClaim, unsettleClaim } from '@/db/claims/settle';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.settleClaim, async ({ permit, params, expected, body }) =>
  map(await settleClaim(permit, params.id, expected, body), (claim) => ({ body: claim })),
);

export const DELETE = handle(contract.unsettleClaim, async ({ permit, params, expected }) =>
  map(await unsettleClaim(permit, params.id, expected), (claim) => ({ body: claim })),
);
