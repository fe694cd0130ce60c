import { handle } from '@/app/api/door/handle';
import { markRead } from '@/db/notifications/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.readNotification, async ({ permit, params }) =>
  map(await markRead(permit, params.id), (unread) => ({ body: { unread } })),
);
