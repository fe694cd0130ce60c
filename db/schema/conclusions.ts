import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Contribution } from '@/domain/contribution';
import { articles } from './articles';
import { id, instant, isDigest, oneOf } from './columns';
import { people } from './people';

/** The conclusion of an article, one for each that somebody wrote. Its columns are those of a claim, as far as it has them. */
export const conclusions = sqliteTable(
  'conclusions',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id),
    /** Markdown */
    body: text('body').notNull(),
    digest: text('digest').notNull(),
    contributions: text('contributions', { mode: 'json' }).$type<Contribution[]>().notNull(),
    submittedAt: instant('submitted_at'),
    submittedBy: text('submitted_by').references(() => people.id),
    /** decisions up to this number are behind it: since them it went back to what was approved */
    decisionsBehind: integer('decisions_behind').notNull().default(0),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('conclusions_contributions', sql`json_valid(${t.contributions})`),
    check('conclusions_digest', isDigest(t.digest)),
    check('conclusions_submitted', sql`(${t.submittedAt} is null) = (${t.submittedBy} is null)`),
  ],
);

const outcomes = ['approve', 'return'] as const;

/** An editor's word on one exact state of a conclusion, with all that an edition needs to print that state later. */
export const conclusionDecisions = sqliteTable(
  'conclusion_decisions',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => conclusions.articleId),
    /** counts the decisions of a conclusion from 1 */
    number: integer('number').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    digest: text('digest').notNull(),
    /** the words that the digest is of */
    body: text('body').notNull(),
    contributors: text('contributors', { mode: 'json' }).$type<string[]>().notNull(),
    note: text('note'),
    overrideReason: text('override_reason'),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    uniqueIndex('conclusion_decisions_number').on(t.articleId, t.number),
    check('conclusion_decisions_outcome', oneOf(t.outcome, outcomes)),
    check('conclusion_decisions_digest', isDigest(t.digest)),
    check('conclusion_decisions_contributors', sql`json_valid(${t.contributors})`),
    check('conclusion_decisions_return_note', sql`${t.outcome} <> 'return' or length(${t.note}) > 0`),
    check('conclusion_decisions_override', sql`${t.overrideReason} is null or ${t.outcome} = 'approve'`),
  ],
);
