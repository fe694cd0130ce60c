import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { openThread } from '@/db/discussion/open';
import { listThreads } from '@/db/discussion/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listThreads, async ({ permit, params, page, query: { state } }) => {
  const found = await listThreads(permit, params.id, { state, after: page.cursor, limit: page.limit + 1 });
  return map(found, (threads) => {
    const { items, next } = cut(threads, page, ({ id }) => id);
    return { body: { items }, next };
  });
});

export const POST = handle(contract.openThread, async ({ permit, params, body }) =>
  map(await openThread(permit, params.id, body), (thread) => ({
    body: thread,
    location: `/api/v1/threads/${thread.id}`,
  })),
);
