import { count, desc, eq, lt } from 'drizzle-orm';
import type { Mailed, MailStanding } from '@/domain/mail';
import type { Permit } from '@/domain/permission';
import { database } from '../client';
import { invitations, mailServer, mails, people } from '../schema';
import { settled } from '../settled';

/** How mail stands: whether there is a server for it, and how it has answered. */
export async function mailStanding(_permit: Permit<'administer'>): Promise<MailStanding> {
  const { read } = database();
  const config = settled().mail;
  const [server] = await read.select().from(mailServer);
  const [waiting] = await read.select({ many: count() }).from(mails).where(eq(mails.state, 'waiting'));
  return {
    configured: config !== null,
    server: config && `${config.server.host}:${config.server.port}`,
    from: config?.sender ?? null,
    waiting: waiting?.many ?? 0,
    sentAt: server?.sentAt ?? null,
    failedAt: server?.failedAt ?? null,
    failure: server?.problem ?? null,
    dueAt: server?.dueAt ?? null,
  };
}

/** The latest messages, newest first; `before` is the id to go on from. They are forgotten after a month. */
export async function listMails(
  _permit: Permit<'administer'>,
  { before, limit }: { before?: string; limit: number },
): Promise<Mailed[]> {
  const rows = await database()
    .read.select({ mail: mails, email: people.email, invited: invitations.email })
    .from(mails)
    .leftJoin(people, eq(people.id, mails.personId))
    .leftJoin(invitations, eq(invitations.id, mails.linkId))
    .where(before === undefined ? undefined : lt(mails.id, before))
    .orderBy(desc(mails.id))
    .limit(limit);
  return rows.map(({ mail, email, invited }) => presentMail(mail, email ?? invited));
}

export const presentMail = (
  { id, kind, state, failures, problem, dueAt, createdAt, endedAt }: typeof mails.$inferSelect,
  to: string | null,
): Mailed => ({ id, kind, to, state, failures, problem, dueAt, at: createdAt, endedAt });
