import { and, eq } from 'drizzle-orm';
import type { MailChoice } from '@/domain/mail';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { database, type Reads, type Tx } from '../client';
import { mailChoicesMade, mails } from '../schema';
import { write } from '../write';

/** Of which notifications a person wants to be sent mail: all, unless they chose otherwise. */
export async function mailChoiceOf(
  { actor }: Permit<'read'>,
  db: Pick<Reads, 'select'> = database().read,
): Promise<MailChoice> {
  const { personId, choice } = mailChoicesMade;
  const [row] = await db
    .select({ choice })
    .from(mailChoicesMade)
    .where(eq(personId, actor.id ?? ''));
  return row?.choice ?? 'all';
}

/** Keeps what somebody chose; nothing from before is mailed, and what waits to be is not. */
export async function keepChoice(tx: Tx, personId: string, choice: MailChoice, now: Date): Promise<void> {
  const since = now.toISOString();
  await tx
    .insert(mailChoicesMade)
    .values({ personId, choice, since })
    .onConflictDoUpdate({ target: mailChoicesMade.personId, set: { choice, since } });
  if (choice === 'all') return;
  await tx.delete(mails).where(and(eq(mails.personId, personId), eq(mails.kind, 'digest'), eq(mails.state, 'waiting')));
}

/** Chooses of which notifications one wants to be sent mail. */
export function chooseMail(permit: Permit<'read'>, choice: MailChoice): Promise<Result<MailChoice>> {
  return write(permit, async (tx, actor) => {
    if (actor.id !== null && (await mailChoiceOf(permit, tx)) !== choice)
      await keepChoice(tx, actor.id, choice, new Date());
    return ok(choice);
  });
}
