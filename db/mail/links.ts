import type { Actor } from '@/domain/permission';
import type { Tx } from '../client';
import { newId } from '../ids';
import { mails } from '../schema';
import { settled } from '../settled';
import { sealed } from './seal';

type LinkToMail = {
  kind: 'invitation' | 'reset';
  linkId: string;
  secret: string;
  /** null where the link itself says whom it is for */
  personId: string | null;
};

/** Whether this server mails anything. */
export const mailsAnything = (): boolean => settled().mail !== null;

/** Has a one-time link mailed, in the write that makes it; whether it will be, which it is not where no mail server is named. */
export async function mailLink(tx: Tx, { secret, ...link }: LinkToMail, by: Actor['id'], now: Date): Promise<boolean> {
  if (!mailsAnything()) return false;
  const at = now.toISOString();
  const row = { id: newId(), ...link, by, sealed: sealed(secret), state: 'waiting' as const, dueAt: at, createdAt: at };
  await tx.insert(mails).values(row);
  return true;
}
