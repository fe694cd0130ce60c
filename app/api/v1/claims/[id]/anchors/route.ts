import { handle } from '@/app/api/door/handle';
import { listAnchors } from '@/db/claims/timeline';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listAnchors, async ({ permit, params }) =>
  map(await listAnchors(permit, params.id), (items) => ({ body: { items } })),
);
