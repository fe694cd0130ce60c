import { handle } from '@/app/api/door/handle';
import { splitClaim } from '@/db/claims/split';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.splitClaim, async ({ permit, params, expected }) =>
  map(await splitClaim(permit, params.id, expected), (claim) => ({
    body: claim,
    location: `/api/v1/claims/${claim.id}`,
  })),
);
