import { handle } from '@/app/api/door/handle';
import { editEvidence, removeEvidence } from '@/db/evidence/evidence';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const PATCH = handle(contract.editEvidence, async ({ permit, params, expected, body }) =>
  map(await editEvidence(permit, params.id, expected, body), ({ claim, evidence }) => ({
    body: { ...evidence, claimId: claim.id },
    version: claim,
  })),
);

export const DELETE = handle(contract.removeEvidence, async ({ permit, params, expected }) =>
  map(await removeEvidence(permit, params.id, expected), (claim) => ({ body: claim })),
);
