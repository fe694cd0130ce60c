import { handle } from '@/app/api/door/handle';
import { withSession } from '@/app/api/door/session';
import { spendSignInLink } from '@/db/people/passwords';
import { contract } from '@/domain/contract';

export const POST = handle(contract.signInByLink, async ({ body, request }) =>
  withSession(await spendSignInLink(body.secret), request),
);
