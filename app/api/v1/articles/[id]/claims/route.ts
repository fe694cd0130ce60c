import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { createClaim } from '@/db/claims/create';
import { listClaims } from '@/db/claims/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listClaims, async ({ permit, params, page }) => {
  const found = await listClaims(permit, params.id, { after: page.cursor, limit: page.limit + 1 });
  return map(found, (claims) => {
    const { items, next } = cut(claims, page, ({ id }) => id);
    return { body: { items }, next };
  });
});

export const POST = handle(contract.createClaim, async ({ permit, params, body }) =>
  map(await createClaim(permit, params.id, body), (claim) => ({ body: claim, location: `/api/v1/claims/${claim.id}` })),
);
