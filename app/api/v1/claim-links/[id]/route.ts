import { handle } from '@/app/api/door/handle';
import { unlinkClaim } from '@/db/claims/links';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const DELETE = handle(contract.unlinkClaim, async ({ permit, params }) =>
  map(await unlinkClaim(permit, params.id), (body) => ({ body })),
);
