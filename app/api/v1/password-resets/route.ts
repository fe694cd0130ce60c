import { handle } from '@/app/api/door/handle';
import { withSession } from '@/app/api/door/session';
import { setPassword } from '@/db/people/passwords';
import { contract } from '@/domain/contract';

export const POST = handle(contract.setPassword, async ({ body, request }) =>
  withSession(await setPassword(body.secret, body.password), request),
);
