import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { mailChoices, mailKinds, mailStates } from '@/domain/mail';
import { id, instant, oneOf } from './columns';
import { invitations, people } from './people';

/**
 * Messages that are to be mailed or were. Neither words nor addresses are kept: both are read when a message is sent, so
 * that it never says what was read, withdrawn or erased meanwhile.
 */
export const mails = sqliteTable(
  'mails',
  {
    id: id(),
    kind: text('kind', { enum: mailKinds }).notNull(),
    /** whom it is for; null where that is whoever an invitation names */
    personId: text('person_id').references(() => people.id),
    linkId: text('link_id').references(() => invitations.id),
    /** who brought it about; null for the server, and for people at the door */
    by: text('by_person').references(() => people.id),
    /** the secret of its one-time link, readable by this desk's servers alone, and only until it is sent */
    sealed: text('sealed'),
    state: text('state', { enum: mailStates }).notNull(),
    /** attempts that failed, and why the last one did */
    failures: integer('failures').notNull().default(0),
    problem: text('problem'),
    dueAt: instant('due_at'),
    /** held by whoever sends it just now, until it ends */
    lease: text('lease'),
    leaseEndsAt: instant('lease_ends_at'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('mails_due').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    index('mails_ended').on(t.endedAt),
    index('mails_person').on(t.personId, t.createdAt),
    uniqueIndex('mails_one_digest').on(t.personId).where(sql`${t.state} = 'waiting' and ${t.kind} = 'digest'`),
    check('mails_kind', oneOf(t.kind, mailKinds)),
    check('mails_state', oneOf(t.state, mailStates)),
    check('mails_waiting', sql`(${t.state} = 'waiting') = (${t.dueAt} is not null)`),
    check('mails_ended', sql`(${t.state} = 'waiting') = (${t.endedAt} is null)`),
    check('mails_sealed', sql`${t.state} = 'waiting' or ${t.sealed} is null`),
    check('mails_lease', sql`(${t.lease} is null) = (${t.leaseEndsAt} is null)`),
    check('mails_whom', sql`${t.personId} is not null or ${t.linkId} is not null`),
  ],
);

/** How the mail server has answered: one row, from its first answer on. */
export const mailServer = sqliteTable(
  'mail_server',
  {
    id: integer('id').primaryKey(),
    /** attempts in a row at which it took nothing from us */
    failures: integer('failures').notNull(),
    /** until when it is left alone; null while it takes messages */
    dueAt: instant('due_at'),
    problem: text('problem'),
    failedAt: instant('failed_at'),
    sentAt: instant('sent_at'),
  },
  (t) => [check('mail_server_one', sql`${t.id} = 1`)],
);

/** Of what people want to be sent mail; whoever has not chosen is sent all. */
export const mailChoicesMade = sqliteTable(
  'mail_choices',
  {
    personId: text('person_id')
      .primaryKey()
      .references(() => people.id),
    choice: text('choice', { enum: mailChoices }).notNull(),
    /** nothing from before is mailed */
    since: instant('since').notNull(),
  },
  (t) => [check('mail_choices_choice', oneOf(t.choice, mailChoices))],
);
