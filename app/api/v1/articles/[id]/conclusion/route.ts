import { handle } from '@/app/api/door/handle';
import { editConclusion, readConclusion } from '@/db/conclusions/change';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readConclusion, async ({ permit, params }) =>
  map(await readConclusion(permit, params.id), (body) => ({ body })),
);

export const PATCH = handle(contract.editConclusion, async ({ permit, params, expected, body }) =>
  map(await editConclusion(permit, params.id, expected, body.text), (conclusion) => ({ body: conclusion })),
);
