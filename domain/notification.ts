import { z } from 'zod';

/**
 * What people are told of in the app. A new kind goes here, and its words, which the compiler asks for, into
 * `notification-words.ts`; whoever brings it about calls `notify` in the same write.
 */
export const notificationKinds = [
  'returned',
  'mentioned',
  'approved',
  'assigned',
  'changed',
  'lost',
  'published',
  'not-published',
  'second-verdict',
  'agreed',
  'adjudicate',
  'due-soon',
  'overdue',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What somebody is told of. It names and says nothing that its article and claim do not say to who may read them. */
export const notificationSchema = z.object({
  id: z.string(),
  kind: z.enum(notificationKinds),
  by: z.string().nullable().describe('Who did it; null for the server and for what time brings about.'),
  articleId: z.string().nullable(),
  articleTitle: z.string().nullable(),
  claimId: z.string().nullable(),
  statement: z.string().nullable().describe('What the claim states now.'),
  number: z.int().nullable().describe('The number of the revision or edition that it is about.'),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** Notifications that are told as one: of one kind, by one person, about claims of one article (or it itself), read or unread alike. */
export type NotificationGroup = { key: string; items: [Notification, ...Notification[]] };

const groupKey = ({ kind, by, articleId, claimId, readAt, at }: Notification): string =>
  [kind, by, articleId, claimId && 'claims', readAt === null ? 'unread' : 'read', at.slice(0, 10)].join(' ');

/** Newest first in, newest group first out; what happened on another day is told apart. */
export function grouped(notifications: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, NotificationGroup>();
  for (const item of notifications) {
    const key = groupKey(item);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { key, items: [item] });
  }
  return [...groups.values()];
}
