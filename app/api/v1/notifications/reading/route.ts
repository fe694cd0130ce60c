import { handle } from '@/app/api/door/handle';
import { markAllRead } from '@/db/notifications/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.readNotifications, async ({ permit, body }) =>
  map(await markAllRead(permit, body.upTo), (unread) => ({ body: { unread } })),
);
