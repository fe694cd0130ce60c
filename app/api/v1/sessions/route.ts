import { handle } from '@/app/api/door/handle';
import { forgottenSession } from '@/db/people/cookie';
import { signOutEverywhere } from '@/db/people/sessions';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const DELETE = handle(contract.signOutEverywhere, async ({ permit }) =>
  map(await signOutEverywhere(permit), (body) => ({
    body,
    headers: new Headers({ 'Set-Cookie': forgottenSession() }),
  })),
);
