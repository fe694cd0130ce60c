import { handle } from '@/app/api/door/handle';
import { actOnClaims } from '@/db/claims/acts';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.actOnClaims, async ({ permit, body }) =>
  map(await actOnClaims(permit, body), (items) => ({ body: { items } })),
);
