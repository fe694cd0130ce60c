import type { Handing, Mailed, MailToSend } from '@/domain/mail';
import type { MailConfig } from '@/domain/mail-server';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { newId } from '../ids';
import { countAttempt } from '../people/attempts';
import { readDeskRow } from '../people/desk';
import { noSuchPerson, personRow } from '../people/people';
import { mails } from '../schema';
import { settled } from '../settled';
import { write } from '../write';
import { noteServer } from './settle';
import { presentMail } from './standing';

/** A test message for the administrator who asks for one, and the server to hand it to. */
export async function testMail({
  actor,
}: Permit<'administer'>): Promise<Result<{ message: MailToSend; by: MailConfig }>> {
  const by = settled().mail;
  if (by === null) return refuse('rule', 'mail-not-configured', notConfigured);
  const person = await personRow(database().read, actor.id ?? '');
  if (!person) return noSuchPerson();
  const allowed = await countAttempt(`mail-test:${person.id}`, { many: 10, seconds: 60 });
  if (!allowed.ok) return allowed;
  const { name: desk } = await readDeskRow(database().read);
  const to = { name: person.name, address: person.email };
  return ok({ message: { id: newId(), to, desk, content: { kind: 'test', by: person.name } }, by });
}

const notConfigured =
  'This server mails nothing. Set STET_SMTP_URL and STET_MAIL_FROM where it is run, and start it again.';

/** Keeps what came of it beside the other messages. It is not tried again, but whether the server answers holds for the others too. */
export function keepTestMail(
  permit: Permit<'administer'>,
  { id, to }: MailToSend,
  handing: Handing,
): Promise<Result<Mailed>> {
  return write(permit, async (tx, actor) => {
    const now = new Date();
    const at = now.toISOString();
    const problem =
      handing.is === 'taken' ? null : handing.is === 'interrupted' ? 'It was broken off.' : handing.problem;
    const row: typeof mails.$inferSelect = {
      ...{ id, kind: 'test', personId: actor.id, linkId: null, by: actor.id, sealed: null },
      ...{ state: problem === null ? 'sent' : 'failed', failures: problem === null ? 0 : 1, problem },
      ...{ dueAt: null, lease: null, leaseEndsAt: null, createdAt: at, endedAt: at },
    };
    await tx.insert(mails).values(row);
    await noteServer(tx, handing, now);
    return ok(presentMail(row, to.address));
  });
}
