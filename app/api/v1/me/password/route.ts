import { handle } from '@/app/api/door/handle';
import { withSession } from '@/app/api/door/session';
import { changePassword } from '@/db/people/passwords';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.changePassword, async ({ permit, body, request }) => {
  const changed = await changePassword(permit, body.current, body.password);
  // whoever came by an access token has no browser that should stay signed in
  if (!changed.ok || request.headers.has('authorization')) return map(changed, (person) => ({ body: person }));
  return withSession(changed, request);
});
