import { handle } from '@/app/api/door/handle';
import { editSource, readSource } from '@/db/evidence/sources';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readSource, async ({ permit, params }) =>
  map(await readSource(permit, params.id), (body) => ({ body })),
);

export const PATCH = handle(contract.editSource, async ({ permit, params, expected, body }) =>
  map(await editSource(permit, params.id, expected, body), (source) => ({ body: source })),
);
