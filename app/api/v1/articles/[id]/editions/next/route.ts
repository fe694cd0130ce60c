import { handle } from '@/app/api/door/handle';
import { nextEdition } from '@/db/editions/next';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.nextEdition, async ({ permit, params, query }) => {
  const asLastApproved = query.asLastApproved?.split(',').filter(Boolean) ?? [];
  return map(await nextEdition(permit, params.id, asLastApproved), ({ next, version }) => ({ body: next, version }));
});
