import { handle } from '@/app/api/door/handle';
import { readPerson } from '@/db/people/people';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readMe, async ({ permit }) =>
  map(await readPerson(permit, permit.actor.id ?? ''), (body) => ({ body })),
);
