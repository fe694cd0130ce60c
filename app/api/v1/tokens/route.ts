import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listTokens, makeToken } from '@/db/people/tokens';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';

export const GET = handle(contract.listTokens, async ({ permit, page }) => {
  const found = await listTokens(permit, { after: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});

export const POST = handle(contract.makeToken, async ({ permit, body }) =>
  map(await makeToken(permit, body.name ?? 'Access token'), (token) => ({
    body: token,
    headers: new Headers({ 'Cache-Control': 'no-store' }),
  })),
);
