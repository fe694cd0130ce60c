import { handle } from '@/app/api/door/handle';
import { addEvidence } from '@/db/evidence/evidence';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.addEvidence, async ({ permit, params, body }) =>
  map(await addEvidence(permit, params.id, body), ({ claim, evidence }) => ({
    body: { ...evidence, claimId: claim.id },
    version: claim,
    location: `/api/v1/evidence/${evidence.id}`,
  })),
);
