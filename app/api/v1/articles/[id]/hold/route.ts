import { handle } from '@/app/api/door/handle';
import { liftHold, setHold } from '@/db/holds/hold';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const PUT = handle(contract.setHold, async ({ permit, params, body }) =>
  map(await setHold(permit, params.id, body), (hold) => ({ body: hold })),
);

export const DELETE = handle(contract.liftHold, async ({ permit, params }) =>
  map(await liftHold(permit, params.id), () => ({ body: null })),
);
