import { handle } from '@/app/api/door/handle';
import { decideConclusion } from '@/db/conclusions/decide';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.decideConclusion, async ({ permit, params, body }) =>
  map(await decideConclusion(permit, params.id, body), (conclusion) => ({ body: conclusion })),
);
