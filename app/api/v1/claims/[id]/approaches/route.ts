import { handle } from '@/app/api/door/handle';
import { addApproach, listApproaches } from '@/db/approaches/approach';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listApproaches, async ({ permit, params: { id: claimId } }) =>
  map(await listApproaches(permit, claimId), (all) => ({ body: { items: all.map((one) => ({ ...one, claimId })) } })),
);

export const POST = handle(contract.addApproach, async ({ permit, params, body }) =>
  map(await addApproach(permit, params.id, body), ({ claim, approach }) => ({
    body: { ...approach, claimId: claim.id },
    version: claim,
    location: `/api/v1/approaches/${approach.id}`,
  })),
);
