import { handle } from '@/app/api/door/handle';
import { submitClaim, takeBackClaim } from '@/db/claims/submission';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.submitClaim, async ({ permit, params, expected }) =>
  map(await submitClaim(permit, params.id, expected), (body) => ({ body })),
);

export const DELETE = handle(contract.takeBackClaim, async ({ permit, params, expected }) =>
  map(await takeBackClaim(permit, params.id, expected), (body) => ({ body })),
);
