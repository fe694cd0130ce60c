import type { Notification } from '@/domain/notification';
import { call } from './call';

export type Told = { items: readonly Notification[]; unread: number };

/** As many as are held here: what is older is history, which the articles tell. */
const HELD = '50';
const nothing: Told = { items: [], unread: 0 };

let told = nothing;
const listeners = new Set<() => void>();
const become = (next: Told) => {
  told = next;
  for (const listener of listeners) listener();
};

/** What this person is told of, for `useSyncExternalStore`. */
export const notifications = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): Told => told,
  atFirst: (): Told => nothing,
  /** How many were unread when the page was made, until the list is there. */
  begin: (unread: number): void => become({ ...told, unread }),
  /** Asks the server anew. Whoever learns that there is something new, a stream or the clock, calls just this. */
  refresh: async (): Promise<void> => {
    const answer = await call('listNotifications', { query: { limit: HELD } });
    if (answer.ok) become({ items: answer.value.items, unread: answer.value.unread });
  },
  /** Marks all that is shown as read, here at once and then at the server. */
  readAll: async (): Promise<void> => {
    const [newest] = told.items;
    if (!newest || told.unread === 0) return;
    const readAt = new Date().toISOString();
    become({ items: told.items.map((item) => ({ ...item, readAt: item.readAt ?? readAt })), unread: 0 });
    await call('readNotifications', { body: { upTo: newest.id } });
  },
  /** Marks some as read. */
  read: async (ids: readonly string[]): Promise<void> => {
    const readAt = new Date().toISOString();
    const unread = told.items.filter((item) => ids.includes(item.id) && item.readAt === null);
    const items = told.items.map((item) => (ids.includes(item.id) ? { ...item, readAt: item.readAt ?? readAt } : item));
    become({ items, unread: Math.max(0, told.unread - unread.length) });
    await Promise.all(unread.map(({ id }) => call('readNotification', { params: { id }, keepalive: true })));
  },
};
