import { handle } from '@/app/api/door/handle';
import { submitConclusion, takeBackConclusion } from '@/db/conclusions/change';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.submitConclusion, async ({ permit, params, expected }) =>
  map(await submitConclusion(permit, params.id, expected), (body) => ({ body })),
);

export const DELETE = handle(contract.takeBackConclusion, async ({ permit, params, expected }) =>
  map(await takeBackConclusion(permit, params.id, expected), (body) => ({ body })),
);
