import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Seen, tiers } from '@/domain/edition';
import type { Problem } from '@/domain/result';
import { scheduleStates } from '@/domain/schedule';
import { articles } from './articles';
import { instant, oneOf } from './columns';
import { people } from './people';

/** Editions that are published at a time: one for an article, waiting or as it was settled last. */
export const schedules = sqliteTable(
  'schedules',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id),
    at: instant('at').notNull(),
    state: text('state', { enum: scheduleStates }).notNull(),
    number: integer('number').notNull(),
    note: text('note'),
    tier: text('tier', { enum: tiers }),
    asLastApproved: text('as_last_approved', { mode: 'json' }).$type<string[]>().notNull(),
    /** what the scheduler saw go out */
    seen: text('seen', { mode: 'json' }).$type<Seen>().notNull(),
    scheduledBy: text('scheduled_by')
      .notNull()
      .references(() => people.id),
    scheduledAt: instant('scheduled_at').notNull(),
    settledAt: instant('settled_at'),
    /** every rule that was broken at its hour */
    problems: text('problems', { mode: 'json' }).$type<Problem[]>().notNull(),
  },
  (t) => [
    index('schedules_due').on(t.state, t.at),
    check('schedules_state', oneOf(t.state, scheduleStates)),
    check('schedules_tier', sql`${t.tier} is null or ${oneOf(t.tier, tiers)}`),
    check('schedules_number', sql`${t.number} >= 1`),
    check('schedules_as_last_approved', sql`json_valid(${t.asLastApproved})`),
    check('schedules_seen', sql`json_valid(${t.seen})`),
    check('schedules_problems', sql`json_valid(${t.problems})`),
    check('schedules_settled', sql`(${t.state} = 'waiting') = (${t.settledAt} is null)`),
  ],
);
