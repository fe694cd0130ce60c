import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type Found, watchIntervals, watchOutcomes } from '@/domain/watch';
import { articles } from './articles';
import { id, instant, isDigest, oneOf } from './columns';

/** Articles whose address is looked at again, by schedule or when somebody asks, and what the last look came to. */
export const watches = sqliteTable(
  'watches',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id),
    /** null: only when somebody asks */
    every: text('every', { enum: watchIntervals }),
    dueAt: instant('due_at'),
    /** held by whoever looks just now, until it ends */
    lease: text('lease'),
    leaseEndsAt: instant('lease_ends_at'),
    /** what was last seen there: where, which version as the site tells it, and the text as it was read */
    seenUrl: text('seen_url'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    seenTitle: text('seen_title'),
    seenSha256: text('seen_sha256'),
    checkedAt: instant('checked_at'),
    outcome: text('outcome', { enum: watchOutcomes }),
    problem: text('problem'),
    failures: integer('failures').notNull().default(0),
  },
  (t) => [
    index('watches_due').on(t.dueAt),
    check('watches_every', oneOf(t.every, watchIntervals)),
    check('watches_outcome', oneOf(t.outcome, watchOutcomes)),
    check('watches_schedule', sql`(${t.every} is null) = (${t.dueAt} is null)`),
    check('watches_lease', sql`(${t.lease} is null) = (${t.leaseEndsAt} is null)`),
    check('watches_seen', sql`(${t.seenTitle} is null) = (${t.seenSha256} is null)`),
    check('watches_failures', sql`${t.failures} >= 0`),
  ],
);

/** Texts found at an article's address that wait for somebody to accept or dismiss them: one for an article, the latest. */
export const foundTexts = sqliteTable(
  'found_texts',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    url: text('url').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Found['doc']>().notNull(),
    sha256: text('sha256').notNull(),
    setAside: text('set_aside', { mode: 'json' }).$type<string[]>().notNull(),
    fetchedAt: instant('fetched_at').notNull(),
  },
  (t) => [
    uniqueIndex('found_texts_article').on(t.articleId),
    check('found_texts_doc', sql`json_valid(${t.doc})`),
    check('found_texts_set_aside', sql`json_valid(${t.setAside})`),
    check('found_texts_sha256', isDigest(t.sha256)),
  ],
);
