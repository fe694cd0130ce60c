import { and, eq } from 'drizzle-orm';
import type { MailChoice } from '@/domain/mail';
import type { Reads, Tx } from '../client';
import { mailChoicesMade, mails } from '../schema';

/** Of which notifications a person wants to be sent mail: all, unless they chose otherwise. */
export async function mailChoiceOf(
  person: { readonly id: string | null },
  db: Pick<Reads, 'select'>,
): Promise<MailChoice> {
  const { personId, choice } = mailChoicesMade;
  const [row] = await db
    .select({ choice })
    .from(mailChoicesMade)
    .where(eq(personId, person.id ?? ''));
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
