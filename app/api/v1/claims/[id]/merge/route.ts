import { handle } from '@/app/api/door/handle';
import { mergeClaim } from '@/db/claims/merge';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.mergeClaim, async ({ permit, params, expected, body }) =>
  map(await mergeClaim(permit, params.id, expected, body.into), (claim) => ({ body: claim })),
);
