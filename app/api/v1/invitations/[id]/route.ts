import { handle } from '@/app/api/door/handle';
import { revokeInvitation } from '@/db/people/invitations';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const DELETE = handle(contract.revokeInvitation, async ({ permit, params }) =>
  map(await revokeInvitation(permit, params.id), (body) => ({ body })),
);
