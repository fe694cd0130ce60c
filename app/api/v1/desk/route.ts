import { handle } from '@/app/api/door/handle';
import { editDesk, readDesk } from '@/db/people/desk';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';

export const GET = handle(contract.readDesk, async ({ permit }) => ok({ body: await readDesk(permit) }));

export const PATCH = handle(contract.editDesk, async ({ permit, expected, body }) =>
  map(await editDesk(permit, expected, body), (desk) => ({ body: desk })),
);
