import { handle } from '@/app/api/door/handle';
import { editPerson, readPerson } from '@/db/people/people';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readPerson, async ({ permit, params }) =>
  map(await readPerson(permit, params.id), (body) => ({ body })),
);

export const PATCH = handle(contract.editPerson, async ({ permit, params, expected, body }) =>
  map(await editPerson(permit, params.id, expected, body), (person) => ({ body: person })),
);
