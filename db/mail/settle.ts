import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { type Handing, patience } from '@/domain/mail';
import { retryAt } from '@/domain/webhook';
import { database, type Tx } from '../client';
import { isTold } from '../notifications/read';
import { mailServer, mails, notifications } from '../schema';
import type { ClaimedMail, MailRow } from './claim';

/** Milliseconds for which messages that were sent or given up are remembered. */
const REMEMBERED = 30 * 24 * 3_600_000;

/** Keeps what came of handing a message on: it is done with, or it is tried again later. */
export async function settleMail(claimed: ClaimedMail, handing: Handing, now = new Date()): Promise<void> {
  await database().write(async (tx) => {
    const held = and(eq(mails.id, claimed.id), eq(mails.lease, claimed.lease));
    const stands = { ...standingAfter(claimed, handing, now), lease: null, leaseEndsAt: null };
    const kept = await tx.update(mails).set(stands).where(held).returning({ id: mails.id });
    if (kept.length > 0 && stands.state === 'sent') await releaseUntold(tx, claimed);
    await noteServer(tx, handing, now);
    await tx.delete(mails).where(lt(mails.endedAt, new Date(now.getTime() - REMEMBERED).toISOString()));
  });
}

/** Forgets a message that has nothing to say any more. What it was to tell may be told by another. */
export async function dropMail(claimed: ClaimedMail): Promise<void> {
  await database().write(async (tx) => {
    const dropped = await tx
      .delete(mails)
      .where(and(eq(mails.id, claimed.id), eq(mails.lease, claimed.lease)))
      .returning({ id: mails.id });
    if (dropped.length > 0) await releaseUntold(tx, claimed);
  });
}

/** What its person may not see now was left out of a message, and waits for one that comes when they may. */
async function releaseUntold(tx: Tx, { id, personId }: MailRow): Promise<void> {
  const told = await isTold(tx, { id: personId });
  if (told === undefined) return;
  const untold = and(eq(notifications.mail, id), isNull(notifications.readAt), sql`not (${told})`);
  await tx.update(notifications).set({ mail: null }).where(untold);
}

type Standing = Partial<Pick<MailRow, 'state' | 'failures' | 'problem' | 'dueAt' | 'endedAt' | 'sealed'>>;

export function standingAfter(
  { failures, createdAt, dueAt }: Pick<MailRow, 'failures' | 'createdAt' | 'dueAt'>,
  handing: Handing,
  now: Date,
): Standing {
  if (handing.is === 'interrupted') return { dueAt };
  const ended = { dueAt: null, endedAt: now.toISOString(), sealed: null };
  if (handing.is === 'taken') return { state: 'sent', problem: null, ...ended };
  const failed = { failures: failures + 1, problem: handing.problem };
  const tooLong = handing.is === 'put-off' && now.getTime() - Date.parse(createdAt) > patience;
  if (handing.is === 'refused' || tooLong) return { state: 'failed', ...failed, ...ended };
  return { ...failed, dueAt: retryAt(failed.failures, now).toISOString() };
}

/** What an answer says of the server itself: it is left alone for a while, or takes messages again. */
export async function noteServer(tx: Tx, handing: Handing, now: Date): Promise<void> {
  if (handing.is === 'interrupted') return;
  const at = now.toISOString();
  const [before] = await tx.select({ failures: mailServer.failures }).from(mailServer);
  const failures = handing.is === 'server' ? (before?.failures ?? 0) + 1 : 0;
  const stands = {
    failures,
    dueAt: failures > 0 ? retryAt(failures, now).toISOString() : null,
    ...(handing.is === 'taken' ? { sentAt: at } : { problem: handing.problem, failedAt: at }),
  };
  await tx
    .insert(mailServer)
    .values({ id: 1, ...stands })
    .onConflictDoUpdate({ target: mailServer.id, set: stands });
}
