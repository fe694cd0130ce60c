import { handle } from '@/app/api/door/handle';
import { countByState } from '@/db/desk/briefs';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.countDeskClaims, async ({ permit, query }) =>
  ok({ body: { counts: await countByState(permit, query) } }),
);
