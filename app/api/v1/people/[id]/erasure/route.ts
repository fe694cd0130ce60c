import { handle } from '@/app/api/door/handle';
import { erasePerson, personErasing } from '@/db/erasing/person';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readPersonErasure, async ({ permit, params }) =>
  map(await personErasing(permit, params.id), (body) => ({ body })),
);

export const POST = handle(contract.erasePerson, async ({ permit, params, body }) =>
  map(await erasePerson(permit, params.id, body), (erased) => ({ body: erased })),
);
