import { handle } from '@/app/api/door/handle';
import { tellPresence } from '@/db/presence/tell';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const PUT = handle(contract.tellPresence, async ({ permit, body }) =>
  map(await tellPresence(permit, body), (lease) => ({ body: lease })),
);
