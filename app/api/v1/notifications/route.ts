import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { countUnread, listNotifications } from '@/db/notifications/read';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.listNotifications, async ({ permit, query, page }) => {
  const asked = { unreadOnly: query.unread === 'true', before: page.cursor, limit: page.limit + 1 };
  const [found, unread] = await Promise.all([listNotifications(permit, asked), countUnread(permit)]);
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items, unread }, next });
});
