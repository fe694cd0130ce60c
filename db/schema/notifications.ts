import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { NotificationKind } from '@/domain/notification';
import { articles } from './articles';
import { claims } from './claims';
import { id, instant } from './columns';
import { people } from './people';

/** What people are told of. Holds ids and numbers alone, so that nothing has to be erased here. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** who did it; null for the server itself and for what time brings about */
    by: text('by_person').references(() => people.id),
    articleId: text('article_id').references(() => articles.id),
    claimId: text('claim_id').references(() => claims.id),
    /** the number of the revision or edition it is about */
    number: integer('number'),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
    /** names what a person is told of once only */
    once: text('once'),
    /** the message that tells it, or told it, by mail; messages are forgotten after a while, so it may name none */
    mail: text('mail'),
  },
  (t) => [
    index('notifications_person').on(t.personId, t.id),
    index('notifications_unread').on(t.personId, t.id).where(sql`${t.readAt} is null`),
    index('notifications_unmailed').on(t.at).where(sql`${t.readAt} is null and ${t.mail} is null`),
    index('notifications_mail').on(t.mail).where(sql`${t.mail} is not null`),
    uniqueIndex('notifications_once').on(t.personId, t.once),
  ],
);

/** The kinds that a person does not want to be told of. */
export const mutedNotifications = sqliteTable(
  'muted_notifications',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<NotificationKind>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);
