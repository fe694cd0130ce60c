import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { WebhookKind } from '@/domain/webhook';
import { id, instant } from './columns';
import { people } from './people';

/** Receivers that are told of what happens. The log of activity is their queue: each has got through it up to `cursor`. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: id(),
    url: text('url').notNull(),
    kinds: text('kinds', { mode: 'json' }).$type<WebhookKind[]>().notNull(),
    /** counts the secrets that it has had: each is made from this and the server's own, and none is stored */
    rotation: integer('rotation').notNull().default(1),
    paused: integer('paused', { mode: 'boolean' }).notNull().default(false),
    /** the sequence number of the last entry of the log that is done with */
    cursor: integer('cursor').notNull(),
    /** attempts in a row that failed, and why the last one did */
    failures: integer('failures').notNull().default(0),
    problem: text('problem'),
    dueAt: instant('due_at'),
    /** held by whoever delivers just now, until it ends */
    lease: text('lease'),
    leaseEndsAt: instant('lease_ends_at'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('webhooks_kinds', sql`json_valid(${t.kinds})`),
    check('webhooks_paused', sql`${t.paused} in (0, 1)`),
    check('webhooks_lease', sql`(${t.lease} is null) = (${t.leaseEndsAt} is null)`),
    check('webhooks_failures', sql`(${t.failures} = 0) = (${t.problem} is null)`),
  ],
);

/** Attempts to deliver, the latest of each hook. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: id(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    message: text('message').notNull(),
    kind: text('kind').notNull(),
    attempt: integer('attempt').notNull(),
    at: instant('at').notNull(),
    status: integer('status'),
    problem: text('problem'),
    took: integer('took').notNull(),
  },
  (t) => [index('deliveries_webhook').on(t.webhookId, t.id)],
);
