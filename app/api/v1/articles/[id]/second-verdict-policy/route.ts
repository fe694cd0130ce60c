import { handle } from '@/app/api/door/handle';
import { readPolicy, setPolicy } from '@/db/second-verdicts/policy';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readSecondVerdictPolicy, async ({ permit, params }) =>
  map(await readPolicy(permit, params.id), (body) => ({ body })),
);

export const PUT = handle(contract.setSecondVerdictPolicy, async ({ permit, params, expected, body }) =>
  map(await setPolicy(permit, params.id, expected, body), (policy) => ({ body: policy })),
);
