import { handle } from '@/app/api/door/handle';
import { reopenThread, resolveThread } from '@/db/discussion/resolve';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.resolveThread, async ({ permit, params, expected }) =>
  map(await resolveThread(permit, params.id, expected), (thread) => ({ body: thread })),
);

export const DELETE = handle(contract.reopenThread, async ({ permit, params, expected }) =>
  map(await reopenThread(permit, params.id, expected), (thread) => ({ body: thread })),
);
