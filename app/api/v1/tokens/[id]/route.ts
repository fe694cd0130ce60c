import { handle } from '@/app/api/door/handle';
import { revokeToken } from '@/db/people/tokens';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const DELETE = handle(contract.revokeToken, async ({ permit, params }) =>
  map(await revokeToken(permit, params.id), (body) => ({ body })),
);
