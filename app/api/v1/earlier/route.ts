import { handle } from '@/app/api/door/handle';
import { earlierChecks } from '@/db/search/earlier';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.listEarlier, async ({ permit, query: { statement, claim } }) =>
  ok({ body: { items: await earlierChecks(permit, { statement, claim: claim ?? null }) } }),
);
