import { handle } from '@/app/api/door/handle';
import { linkClaim, listLinks } from '@/db/claims/links';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listLinks, async ({ permit, params }) =>
  map(await listLinks(permit, params.id), (items) => ({ body: { items } })),
);

export const POST = handle(contract.linkClaim, async ({ permit, params, body }) =>
  map(await linkClaim(permit, params.id, body), (link) => ({ body: link, location: `/api/v1/claim-links/${link.id}` })),
);
