import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { approachOutcomes, channels, toldForms } from '@/domain/approach';
import { standardLevels, standardRules, waivableRules } from '@/domain/standards/rule';
import { claims } from './claims';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** Checks that the desk has set otherwise than they ship; `since` is when each came to its level. */
export const standards = sqliteTable(
  'standards',
  {
    rule: text('rule', { enum: standardRules }).primaryKey(),
    level: text('level', { enum: standardLevels }).notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    check('standards_rule', oneOf(t.rule, standardRules)),
    check('standards_level', oneOf(t.level, standardLevels)),
  ],
);

/** People approached for their reply to a claim. */
export const approaches = sqliteTable(
  'approaches',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    party: text('party').notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    contact: text('contact'),
    question: text('question'),
    askedAt: instant('asked_at').notNull(),
    deadline: instant('deadline'),
    outcome: text('outcome', { enum: approachOutcomes }),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
    tells: text('tells', { enum: toldForms }).notNull(),
    told: text('told'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('approaches_claim').on(t.claimId),
    index('approaches_deadline').on(t.deadline),
    check('approaches_channel', oneOf(t.channel, channels)),
    check('approaches_outcome', oneOf(t.outcome, approachOutcomes)),
    check('approaches_tells', oneOf(t.tells, toldForms)),
    check('approaches_party', sql`length(${t.party}) > 0`),
    check('approaches_answer', sql`${t.outcome} is not 'answered' or length(${t.answer}) > 0`),
  ],
);

/** Why a claim need not meet a check: one for each check at a time; withdrawn ones are kept. */
export const waivers = sqliteTable(
  'waivers',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    rule: text('rule', { enum: waivableRules }).notNull(),
    reason: text('reason').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => people.id),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('waivers_standing').on(t.claimId, t.rule).where(sql`${t.withdrawnAt} is null`),
    check('waivers_rule', oneOf(t.rule, waivableRules)),
    check('waivers_reason', sql`length(${t.reason}) > 0`),
  ],
);
