import type { Role } from '@/domain/person';
import { ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { newId } from '../ids';
import { accounts, people } from '../schema';
import { rowWithEmail } from './people';
import type { PersonRow } from './present';

export type Newcomer = { id: string; name: string; email: string; role: Role };

/** Stores a new person, credited by their name until they choose otherwise. No two have one e-mail address. */
export async function insertPerson(tx: Tx, { id, name, email, role }: Newcomer, now: Date): Promise<Result<PersonRow>> {
  const address = email.toLowerCase();
  if (await rowWithEmail(tx, address)) return emailTaken();
  const values = { id, name, email: address, role, credit: name, createdAt: now, updatedAt: now };
  const [row] = await tx.insert(people).values(values).returning();
  return row ? ok(row) : emailTaken();
}

export const emailTaken = (): Result<never> =>
  refuse('rule', 'email-taken', 'Somebody here has this e-mail address already. Use another, or sign in.', {
    pointer: '/email',
  });

/** Loaded when a password is first needed: it would cost every start of the server 0.1 s. */
const passwords = () => import('better-auth/crypto');

/** The hash to keep of a password. Takes a tenth of a second and 32 MB, so it is made outside any transaction. */
export const hashOfPassword = async (password: string): Promise<string> => (await passwords()).hashPassword(password);

export const isPassword = async (hash: string, password: string): Promise<boolean> =>
  (await passwords()).verifyPassword({ hash, password });

/** Gives a person a password, whether or not they had one. */
export async function storePassword(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  const account = {
    id: newId(),
    userId: personId,
    accountId: personId,
    providerId: 'credential',
    password: hash,
    createdAt: now,
    updatedAt: now,
  };
  await tx
    .insert(accounts)
    .values(account)
    .onConflictDoUpdate({ target: [accounts.userId, accounts.providerId], set: { password: hash, updatedAt: now } });
}
