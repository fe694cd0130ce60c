import { z } from 'zod';
import type { Mailbox } from './mail-server';
import type { Names } from './names';
import type { Notification, NotificationKind } from './notification';
import type { Role } from './person';

/** What is mailed: what a person has not read, gathered; one-time links; and what an administrator tries the server with. */
export const mailKinds = ['digest', 'invitation', 'reset', 'test'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What people call them. */
export const mailKindNames: Record<MailKind, string> = {
  digest: 'Notifications',
  invitation: 'Invitation',
  reset: 'Reset link',
  test: 'Test message',
};

/** How a message stands: it waits to be taken by the mail server, was taken, or was refused for good. */
export const mailStates = ['waiting', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** Of which notifications a person wants to be sent mail. */
export const mailChoices = ['all', 'pressing', 'none'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** The kinds that cannot wait for the others. */
export const pressingKinds = [
  'mentioned',
  'not-published',
  'due-soon',
  'overdue',
] as const satisfies readonly NotificationKind[];

const MINUTE = 60_000;

/** Milliseconds, counted from the first notification that somebody has not read, for which more of them are waited for. */
export const quiet = { ordinary: 5 * MINUTE, pressing: MINUTE };
/** Milliseconds from one message about notifications to the next, unless one of them presses. */
export const betweenDigests = 30 * MINUTE;
/** Milliseconds after which nobody is sent mail of a notification any more: it is old news, which the bell still tells. */
export const oldNews = 3 * 24 * 60 * MINUTE;
/** Milliseconds after which a message that a server keeps putting off is given up. */
export const patience = 3 * 24 * 60 * MINUTE;

/** What a message says, before it is put in words; `by` is the name of who brought it about. */
export type MailContent =
  | {
      kind: 'digest';
      items: readonly Notification[] /** unread ones besides */;
      more: number;
      names: Names;
      switchOff: string;
    }
  | { kind: 'invitation'; secret: string; expiresAt: string; role: Role; by: string | null }
  | { kind: 'reset'; secret: string; expiresAt: string; by: string | null }
  | { kind: 'test'; by: string | null };

/** A message to somebody, in the name of a desk. */
export type MailToSend = { id: string; to: Mailbox; desk: string; content: MailContent };

/** Where a POST without a session switches a person's mail off, by a token that says whose. */
export const switchOffAddress = (origin: string, token: string): string => `${origin}/api/v1/unsubscriptions/${token}`;

/** Where people choose what is mailed to them. */
export const choosingAddress = (origin: string): string => `${origin}/settings#notifications`;

/**
 * What came of handing a message to the mail server. `server`: it takes no messages now, this one or others, so that all
 * wait; `put-off`: it does not take this one now; `refused`: it never will; `interrupted`: we broke off ourselves.
 */
export type Handing =
  | { is: 'taken' }
  | { is: 'interrupted' }
  | {
      is: 'server' | 'put-off' | 'refused' /** a sentence for administrators, without passwords or links */;
      problem: string;
    };

export const mailedSchema = z.object({
  id: z.string(),
  kind: z.enum(mailKinds),
  to: z.string().nullable().describe('The address; null where it is not known any more.'),
  state: z.enum(mailStates),
  failures: z.int().describe('Attempts that failed.'),
  problem: z.string().nullable().describe('Why the last attempt failed, in a sentence.'),
  dueAt: z.iso.datetime().nullable().describe('When it is tried next; null for what is sent or given up.'),
  at: z.iso.datetime().describe('When it was written.'),
  endedAt: z.iso.datetime().nullable().describe('When it was sent or given up.'),
});
/** A message, as its log tells of it. */
export type Mailed = z.infer<typeof mailedSchema>;

export const mailStandingSchema = z.object({
  configured: z.boolean().describe('Whether this server mails anything: STET_SMTP_URL and STET_MAIL_FROM are set.'),
  server: z.string().nullable().describe('`host:port`.'),
  from: z.string().nullable(),
  waiting: z.int().describe('Messages that wait to be taken.'),
  sentAt: z.iso.datetime().nullable().describe('When the server last took a message.'),
  failedAt: z.iso.datetime().nullable().describe('When the server last did not take a message that it may take later.'),
  failure: z.string().nullable().describe('Why, in a sentence.'),
  dueAt: z.iso.datetime().nullable().describe('While it takes none: when it is tried next.'),
});
/** How mail stands, for administrators. */
export type MailStanding = z.infer<typeof mailStandingSchema>;
