import { handle } from '@/app/api/door/handle';
import { claimErasing, eraseClaim } from '@/db/erasing/claim';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readClaimErasure, async ({ permit, params }) =>
  map(await claimErasing(permit, params.id), (body) => ({ body })),
);

export const POST = handle(contract.eraseClaim, async ({ permit, params, body }) =>
  map(await eraseClaim(permit, params.id, body), (erased) => ({ body: erased })),
);
