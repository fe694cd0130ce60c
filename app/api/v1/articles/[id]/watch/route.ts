import { handle } from '@/app/api/door/handle';
import { readWatch, setWatch } from '@/db/watches/watch';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readWatch, async ({ permit, params }) =>
  map(await readWatch(permit, params.id), (watch) => ({ body: watch })),
);

export const PUT = handle(contract.setWatch, async ({ permit, params, expected, body }) =>
  map(await setWatch(permit, params.id, expected, body.every), (watch) => ({ body: watch })),
);

export const DELETE = handle(contract.clearWatch, async ({ permit, params, expected }) =>
  map(await setWatch(permit, params.id, expected, null), (watch) => ({ body: watch })),
);
