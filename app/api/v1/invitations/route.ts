import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { ownOrigin } from '@/app/api/door/origin';
import { invite, listInvitations } from '@/db/people/invitations';
import { contract } from '@/domain/contract';
import { linkTo } from '@/domain/person';
import { map, ok } from '@/domain/result';

export const GET = handle(contract.listInvitations, async ({ permit, page }) => {
  const found = await listInvitations(permit, { after: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});

export const POST = handle(contract.invite, async ({ permit, body, request }) =>
  map(await invite(permit, body), ({ secret, ...invitation }) => ({
    body: { ...invitation, link: linkTo(ownOrigin(request.headers), 'invitation', secret) },
    headers: new Headers({ 'Cache-Control': 'no-store' }),
  })),
);
