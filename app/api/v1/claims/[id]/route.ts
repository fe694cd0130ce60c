import { handle } from '@/app/api/door/handle';
import { editClaim } from '@/db/claims/edit';
import { readClaim } from '@/db/claims/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readClaim, async ({ permit, params }) =>
  map(await readClaim(permit, params.id), (body) => ({ body })),
);

export const PATCH = handle(contract.editClaim, async ({ permit, params, expected, body }) =>
  map(await editClaim(permit, params.id, expected, body), (claim) => ({ body: claim })),
);
