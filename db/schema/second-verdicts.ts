import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choices, drawings, type FirstVerdict, type OwnSource } from '@/domain/second-verdict';
import { articles } from './articles';
import { claims } from './claims';
import { id, instant, isDigest, oneOf } from './columns';
import { people } from './people';

/**
 * Second verdicts asked for and filed; at most one for a claim that was not withdrawn. A filed row holds the pair: the
 * first verdict as it stood then beside the second, both under one scale and version.
 */
export const secondVerdicts = sqliteTable(
  'second_verdicts',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    /** why the policy of the article asked; null where an editor did */
    drawn: text('drawn', { enum: drawings }),
    askedBy: text('asked_by').references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    /** who judges; null while the policy asks and nobody was assigned or took it */
    reviewer: text('reviewer').references(() => people.id),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by').references(() => people.id),
    filedAt: instant('filed_at'),
    scaleId: text('scale_id'),
    scaleVersion: integer('scale_version'),
    verdict: text('verdict'),
    rationale: text('rationale'),
    /** numbers of the claim's evidence that it rests on */
    evidence: text('evidence', { mode: 'json' }).$type<number[]>(),
    sources: text('sources', { mode: 'json' }).$type<OwnSource[]>(),
    /** the key of the first verdict then, and all else of it that is compared */
    firstVerdict: text('first_verdict'),
    first: text('first', { mode: 'json' }).$type<FirstVerdict>(),
    /** the digest of what both judged, apart from verdicts, rationales and evidence */
    question: text('question'),
    choice: text('choice', { enum: choices }),
    reason: text('reason'),
    /** the key of the verdict that came of it; null too where it was settled before readers were told the reason */
    adjudicatedVerdict: text('adjudicated_verdict'),
    adjudicatedBy: text('adjudicated_by').references(() => people.id),
    adjudicatedAt: instant('adjudicated_at'),
  },
  (t) => [
    uniqueIndex('second_verdicts_claim').on(t.claimId).where(sql`withdrawn_at is null`),
    index('second_verdicts_reviewer').on(t.reviewer, t.filedAt),
    check('second_verdicts_drawn', oneOf(t.drawn, drawings)),
    check('second_verdicts_choice', oneOf(t.choice, choices)),
    check(
      'second_verdicts_asked',
      sql`${t.drawn} is not null or (${t.askedBy} is not null and ${t.reviewer} is not null)`,
    ),
    check('second_verdicts_withdrawn', sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
    check(
      'second_verdicts_filed',
      sql`(${t.filedAt} is null) = (${t.verdict} is null) and (${t.filedAt} is null) = (${t.rationale} is null)
        and (${t.filedAt} is null) = (${t.scaleId} is null) and (${t.filedAt} is null) = (${t.scaleVersion} is null)
        and (${t.filedAt} is null) = (${t.first} is null) and (${t.filedAt} is null) = (${t.question} is null)
        and (${t.filedAt} is null or ${t.reviewer} is not null)`,
    ),
    check('second_verdicts_evidence', sql`${t.evidence} is null or json_valid(${t.evidence})`),
    check('second_verdicts_sources', sql`${t.sources} is null or json_valid(${t.sources})`),
    check('second_verdicts_first', sql`${t.first} is null or json_valid(${t.first})`),
    check('second_verdicts_question', isDigest(t.question)),
    check(
      'second_verdicts_adjudicated',
      sql`(${t.adjudicatedAt} is null) = (${t.choice} is null) and (${t.adjudicatedAt} is null) = (${t.adjudicatedBy} is null)
        and (${t.adjudicatedAt} is null) = (${t.reason} is null) and (${t.adjudicatedAt} is null or ${t.filedAt} is not null)`,
    ),
  ],
);

/** For which claims of an article a second verdict is asked by itself; an article without a row asks for none. */
export const secondVerdictPolicies = sqliteTable(
  'second_verdict_policies',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id),
    share: integer('share').notNull(),
    verdicts: text('verdicts', { mode: 'json' }).$type<string[]>().notNull(),
    blocking: integer('blocking', { mode: 'boolean' }).notNull(),
    setBy: text('set_by')
      .notNull()
      .references(() => people.id),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    check('second_verdict_policies_share', sql`${t.share} between 0 and 100`),
    check('second_verdict_policies_verdicts', sql`json_valid(${t.verdicts})`),
    check('second_verdict_policies_blocking', sql`${t.blocking} in (0, 1)`),
  ],
);
