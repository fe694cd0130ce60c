import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { activityTypes } from '@/domain/activity';
import { instant, isDigest } from './columns';
import { people } from './people';

/** The append-only log, each row chained to the one before. Names people by id and content by digest. */
export const activity = sqliteTable(
  'activity',
  {
    seq: integer('seq').primaryKey(),
    at: instant('at').notNull(),
    by: text('person_id'),
    type: text('type', { enum: activityTypes }).notNull(),
    articleId: text('article_id'),
    claimId: text('claim_id'),
    subject: text('subject'),
    contentDigest: text('content_digest'),
    previous: text('previous'),
    digest: text('digest').notNull(),
  },
  (t) => [
    uniqueIndex('activity_digest').on(t.digest),
    uniqueIndex('activity_previous').on(t.previous),
    index('activity_article').on(t.articleId, t.seq),
    index('activity_claim').on(t.claimId, t.seq),
    check('activity_seq', sql`${t.seq} >= 1`),
    check('activity_digest_hex', isDigest(t.digest)),
    check('activity_chain', sql`(${t.seq} = 1) = (${t.previous} is null)`),
  ],
);

/** What a row of the log points to; may be erased where the law asks for it, and the chain still verifies. */
export const activityContents = sqliteTable(
  'activity_contents',
  {
    seq: integer('seq')
      .primaryKey()
      .references(() => activity.seq),
    /** canonical JSON of `{salt, …}`, so that erased content cannot be guessed from its digest */
    content: text('content').notNull(),
  },
  (t) => [check('activity_contents_json', sql`json_valid(${t.content})`)],
);

/** Answers kept under an Idempotency-Key, per person and route, for 30 days. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    route: text('route').notNull(),
    key: text('key').notNull(),
    requestDigest: text('request_digest').notNull(),
    answer: text('answer').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.route, t.key] }),
    index('idempotency_keys_age').on(t.createdAt),
    check('idempotency_keys_answer', sql`json_valid(${t.answer})`),
  ],
);
