import { handle } from '@/app/api/door/handle';
import { readRevision } from '@/db/revisions/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readRevision, async ({ permit, params }) =>
  map(await readRevision(permit, params.id, Number(params.n)), (body) => ({ body })),
);
