import { handle } from '@/app/api/door/handle';
import { listSightings } from '@/db/sightings/read';
import { seeClaim } from '@/db/sightings/see';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listSightings, async ({ permit, params }) =>
  map(await listSightings(permit, params.id), (items) => ({ body: { items } })),
);

export const PUT = handle(contract.seeClaim, async ({ permit, params, body }) =>
  map(await seeClaim(permit, params.id, body.digest), () => ({ body: null })),
);
