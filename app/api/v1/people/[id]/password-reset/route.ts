import { handle } from '@/app/api/door/handle';
import { ownOrigin } from '@/app/api/door/origin';
import { resetLink } from '@/db/people/passwords';
import { contract } from '@/domain/contract';
import { linkTo } from '@/domain/person';
import { map } from '@/domain/result';

export const POST = handle(contract.resetPassword, async ({ permit, params, request }) =>
  map(await resetLink(permit, params.id), ({ secret, ...made }) => ({
    body: { link: linkTo(ownOrigin(request.headers), 'reset', secret), ...made },
    headers: new Headers({ 'Cache-Control': 'no-store' }),
  })),
);
