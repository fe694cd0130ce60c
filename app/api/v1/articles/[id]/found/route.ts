import { handle } from '@/app/api/door/handle';
import { dismissFound, readFound } from '@/db/watches/found';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readFound, async ({ permit, params }) =>
  map(await readFound(permit, params.id), (found) => ({ body: found })),
);

export const DELETE = handle(contract.dismissFound, async ({ permit, params, expected }) =>
  map(await dismissFound(permit, params.id, expected), () => ({ body: null })),
);
