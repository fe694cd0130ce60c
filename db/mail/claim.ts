import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { database, type Reads } from '../client';
import { mailServer, mails } from '../schema';

export type MailRow = typeof mails.$inferSelect;
/** A message that this process alone sends, until it settles what came of it. */
export type ClaimedMail = MailRow & { lease: string };

/** Milliseconds after which another process may send it: well over what sending takes at most. */
const TERM = 360_000;

/** Links before notifications, since somebody waits for them; what failed less often first, so that one that cannot be sent keeps no other waiting. */
async function nextDue(db: Pick<Reads, 'select'>, now: string): Promise<MailRow | null> {
  const [server] = await db.select({ dueAt: mailServer.dueAt }).from(mailServer);
  if (server?.dueAt && server.dueAt > now) return null;
  const free = or(isNull(mails.leaseEndsAt), lt(mails.leaseEndsAt, now));
  const [row] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.state, 'waiting'), lte(mails.dueAt, now), free))
    .orderBy(sql`${mails.kind} = 'digest'`, asc(mails.failures), asc(mails.dueAt), asc(mails.id))
    .limit(1);
  return row ?? null;
}

/** Takes the message that comes next, so that no other process sends it meanwhile. Null while there is none, or the server is left alone. */
export async function claimMail(now = new Date()): Promise<ClaimedMail | null> {
  const at = now.toISOString();
  if ((await nextDue(database().read, at)) === null) return null;
  return database().write(async (tx) => {
    const row = await nextDue(tx, at); // another process may have been faster
    if (!row) return null;
    const held = { lease: randomUUID(), leaseEndsAt: new Date(now.getTime() + TERM).toISOString() };
    await tx.update(mails).set(held).where(eq(mails.id, row.id));
    return { ...row, ...held };
  });
}
