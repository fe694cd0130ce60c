import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { articles, revisions } from './articles';
import { id, instant, isDigest } from './columns';
import { people } from './people';

/** Published editions: frozen. `payload` is the canonical JSON from which anyone can recompute the digest. */
export const editions = sqliteTable(
  'editions',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    payload: text('payload').notNull(),
    digest: text('digest').notNull(),
    previousDigest: text('previous_digest'),
    note: text('note'),
    tier: text('tier'),
    /** the number of the log's entry that tells how its words were erased; `payload` is what is left then */
    erasure: integer('erasure'),
    publishedBy: text('published_by')
      .notNull()
      .references(() => people.id),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    uniqueIndex('editions_number').on(t.articleId, t.number),
    uniqueIndex('editions_slug').on(t.slug, t.number),
    check('editions_number_positive', sql`${t.number} >= 1`),
    check('editions_payload', sql`json_valid(${t.payload})`),
    check('editions_digest', isDigest(t.digest)),
    check('editions_chain', sql`(${t.number} = 1) = (${t.previousDigest} is null)`),
    check('editions_note', sql`${t.number} = 1 or (length(${t.note}) > 0 and ${t.tier} is not null)`),
  ],
);

/**
 * A second person's word, in retrospect, on the approval of a published claim that overrode the two-person rule. Written
 * once and shown on the record, like a withdrawal.
 */
export const confirmations = sqliteTable(
  'confirmations',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    slug: text('slug').notNull(),
    /** 0 for the conclusion */
    k: integer('k').notNull(),
    /** names the approval, whichever editions show it */
    approvedAt: instant('approved_at').notNull(),
    /** as editions credit the person, or the desk */
    credit: text('credit').notNull(),
    confirmedBy: text('confirmed_by')
      .notNull()
      .references(() => people.id),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [uniqueIndex('confirmations_approval').on(t.slug, t.k, t.approvedAt)],
);

/** What was published and is shown no more: an edition (`number`), or one claim (`k`) in all editions. For good. */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    slug: text('slug').notNull(),
    number: integer('number'),
    k: integer('k'),
    reason: text('reason').notNull(),
    withdrawnBy: text('withdrawn_by')
      .notNull()
      .references(() => people.id),
    withdrawnAt: instant('withdrawn_at').notNull(),
  },
  (t) => [
    uniqueIndex('withdrawals_edition').on(t.slug, t.number),
    uniqueIndex('withdrawals_claim').on(t.slug, t.k),
    check('withdrawals_one', sql`(${t.number} is null) <> (${t.k} is null)`),
    check('withdrawals_reason', sql`length(${t.reason}) > 0`),
  ],
);
