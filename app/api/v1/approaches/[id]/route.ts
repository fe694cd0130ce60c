import { handle } from '@/app/api/door/handle';
import { editApproach, removeApproach } from '@/db/approaches/approach';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const PATCH = handle(contract.editApproach, async ({ permit, params, expected, body }) =>
  map(await editApproach(permit, params.id, expected, body), ({ claim, approach }) => ({
    body: { ...approach, claimId: claim.id },
    version: claim,
  })),
);

export const DELETE = handle(contract.removeApproach, async ({ permit, params, expected }) =>
  map(await removeApproach(permit, params.id, expected), (claim) => ({ body: claim })),
);
