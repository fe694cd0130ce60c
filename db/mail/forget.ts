import { eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '../client';
import { forgottenKey } from '../people/attempts';
import { mailChoicesMade, mails, rateLimits } from '../schema';

/** Forgets, with a person who is erased, what was mailed to them or waits to be, theirs and by their one-time links. */
export async function forgetMail(tx: Tx, personId: string, email: string, links: readonly string[]): Promise<void> {
  await tx.delete(mails).where(or(eq(mails.personId, personId), inArray(mails.linkId, [...links])));
  await tx.delete(mailChoicesMade).where(eq(mailChoicesMade.personId, personId));
  await tx.delete(rateLimits).where(eq(rateLimits.key, forgottenKey(email)));
}
