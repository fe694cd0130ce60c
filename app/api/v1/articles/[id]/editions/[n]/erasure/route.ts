import { handle } from '@/app/api/door/handle';
import { editionErasing, eraseEdition } from '@/db/erasing/edition';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readEditionErasure, async ({ permit, params }) =>
  map(await editionErasing(permit, params.id, Number(params.n)), (body) => ({ body })),
);

export const POST = handle(contract.eraseEdition, async ({ permit, params, body }) =>
  map(await eraseEdition(permit, params.id, Number(params.n), body), (erased) => ({ body: erased })),
);
