import { and, eq } from 'drizzle-orm';
import { type Permit, permit, vouchFor } from '@/domain/permission';
import type { Person } from '@/domain/person';
import { ok, type Result, refuse } from '@/domain/result';
import { database, type Reads, type Tx } from '../client';
import { record } from '../log';
import { mailLink } from '../mail/links';
import { accounts } from '../schema';
import { write } from '../write';
import { countAttempt } from './attempts';
import { insertLink, type LinkRow, openLink, spendLink } from './links';
import { hashOfPassword, isPassword, storePassword } from './newcomer';
import { erasedPerson, noSuchPerson, personRow } from './people';
import { type PersonRow, presentPerson } from './present';
import { newSecret, secretFor } from './secrets';
import { endSessions, revokeLinks } from './sessions';

/** A link with which a person sets a new password, in the place of earlier ones. It is shown now and never again, and mailed where mail is sent. */
export const resetLink = (permit: Permit<'administer'>, personId: string) => linkFor(permit, personId, 'reset');

/** A link with which a person signs in without a password: for demonstrations. */
export const signInLink = (permit: Permit<'administer'>, personId: string) => linkFor(permit, personId, 'sign-in');

async function linkFor(
  permit: Permit<'administer'>,
  personId: string,
  purpose: 'reset' | 'sign-in',
): Promise<Result<{ secret: string; expiresAt: string; mailed: boolean }>> {
  const secret = permit.actor.id === null ? newSecret() : secretFor(permit.actor);
  const made = await write(permit, async (tx, actor) => {
    const person = await personRow(tx, personId);
    if (!person) return noSuchPerson();
    if (person.erasure !== null) return erasedPerson();
    if (person.disabledAt !== null) return disabled(person.name);
    const now = new Date();
    await revokeLinks(tx, personId, now.toISOString());
    const link = await insertLink(tx, { purpose, secret, personId, createdBy: actor.id }, now);
    if (!link.ok) return link;
    const entry = { type: 'person.link-made', subject: personId, content: { purpose } } as const;
    await record(tx, actor, entry, now.toISOString());
    const toMail = { kind: 'reset', linkId: link.value.id, secret, personId } as const;
    const mailed = purpose === 'reset' && (await mailLink(tx, toMail, actor.id, now));
    return ok({ expiresAt: link.value.expiresAt, mailed });
  });
  return made.ok ? ok({ ...made.value, secret }) : made;
}

const disabled = (name: string): Result<never> =>
  refuse('rule', 'person-disabled', `${name} is disabled. Let them in again first.`);

/** Sets a new password with a reset link's secret, and ends every session that the old one could have opened. */
export async function setPassword(secret: string, password: string): Promise<Result<Person>> {
  const open = await openLink(database().read, secret, 'reset');
  if (!open.ok) return open;
  const hash = await hashOfPassword(password);
  return spend(open.value, async (tx, person, now) => {
    const link = await spendLink(tx, secret, 'reset', now.toISOString());
    if (!link.ok) return link;
    await replacePassword(tx, person.id, hash, now);
    return ok('person.password-set');
  });
}

/** Spends a sign-in link; the caller opens the session. */
export async function spendSignInLink(secret: string): Promise<Result<Person>> {
  const open = await openLink(database().read, secret, 'sign-in');
  if (!open.ok) return open;
  return spend(open.value, async (tx, _person, now) => {
    const link = await spendLink(tx, secret, 'sign-in', now.toISOString());
    return link.ok ? ok(null) : link;
  });
}

async function spend(
  { personId }: LinkRow,
  work: (tx: Tx, person: PersonRow, now: Date) => Promise<Result<'person.password-set' | null>>,
): Promise<Result<Person>> {
  const holder = await personRow(database().read, personId ?? '');
  const owner = permit(holder && vouchFor(holder.id, holder.role), 'read');
  if (!owner.ok) return owner;
  return write(owner.value, async (tx, actor) => {
    const person = await personRow(tx, actor.id ?? '');
    if (!person || person.disabledAt !== null) return refuse('rule', 'link-revoked', 'This link works no more.');
    const now = new Date();
    const done = await work(tx, person, now);
    if (!done.ok) return done;
    if (done.value) await record(tx, actor, { type: done.value, subject: person.id }, now.toISOString());
    return ok(presentPerson(person, person));
  });
}

/**
 * Changes the person's own password. Every session ends; the caller opens a new one for the browser at hand.
 * An Idempotency-Key has no effect here: with it, a plain digest of both passwords would be kept.
 */
export async function changePassword({ actor: { id, role } }: Permit<'read'>, current: string, password: string) {
  const owner = permit(id === null ? null : vouchFor(id, role), 'read');
  if (!owner.ok || id === null) return owner as Result<never>;
  const allowed = await countAttempt(`password:${id}`, { many: 10, seconds: 60 });
  if (!allowed.ok) return allowed;
  if (!(await hasPassword(database().read, id, current))) {
    return refuse('rule', 'wrong-password', 'This is not your password. Type the one you sign in with.', {
      pointer: '/current',
    });
  }
  const hash = await hashOfPassword(password);
  return write(owner.value, async (tx, actor): Promise<Result<Person>> => {
    const person = await personRow(tx, id);
    if (!person) return noSuchPerson();
    const now = new Date();
    await replacePassword(tx, id, hash, now);
    await record(tx, actor, { type: 'person.password-set', subject: id }, now.toISOString());
    return ok(presentPerson(person, person));
  });
}

async function replacePassword(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  await storePassword(tx, personId, hash, now);
  await endSessions(tx, personId);
  await revokeLinks(tx, personId, now.toISOString());
}

async function hasPassword(db: Pick<Reads, 'select'>, personId: string, password: string): Promise<boolean> {
  const own = and(eq(accounts.userId, personId), eq(accounts.providerId, 'credential'));
  const [account] = await db.select({ hash: accounts.password }).from(accounts).where(own);
  return !!account?.hash && isPassword(account.hash, password);
}
