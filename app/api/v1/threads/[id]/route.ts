import { handle } from '@/app/api/door/handle';
import { readThread } from '@/db/discussion/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readThread, async ({ permit, params }) =>
  map(await readThread(permit, params.id), (thread) => ({ body: thread })),
);
