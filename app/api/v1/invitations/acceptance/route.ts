import { handle } from '@/app/api/door/handle';
import { withSession } from '@/app/api/door/session';
import { acceptInvitation } from '@/db/people/invitations';
import { contract } from '@/domain/contract';

export const POST = handle(contract.acceptInvitation, async ({ body, request }) =>
  withSession(await acceptInvitation(body), request),
);
