import { eq } from 'drizzle-orm';
import type { SetUp } from '@/domain/contract/people';
import { permit, vouchFor } from '@/domain/permission';
import type { Person } from '@/domain/person';
import { ok, type Result, refuse } from '@/domain/result';
import { database, type Reads, type Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { desk, people } from '../schema';
import { write } from '../write';
import { readDeskRow } from './desk';
import { insertLink, openLink, revokeLinksFor, spendLink } from './links';
import { hashOfPassword, insertPerson, storePassword } from './newcomer';
import { presentPerson } from './present';
import { newSecret } from './secrets';

/** The secret of a fresh setup link, in the place of earlier ones; null once the desk has a person. Lasts a day. */
export function setupLink(): Promise<string | null> {
  const secret = newSecret();
  return database().write(async (tx) => {
    if (await hasPeople(tx)) return null;
    const now = new Date();
    await revokeLinksFor(tx, 'setup', now.toISOString());
    await insertLink(tx, { purpose: 'setup', secret, createdBy: null }, now);
    return secret;
  });
}

/** Whether anybody works here yet. */
export async function hasPeople(db: Pick<Reads, 'select'> = database().read): Promise<boolean> {
  return (await db.select({ id: people.id }).from(people).limit(1)).length > 0;
}

/** Makes the first administrator and settles what the desk is. Works only while there is nobody, and once. */
export async function setUp({ secret, ...given }: SetUp): Promise<Result<Person>> {
  const early = await mayStillSetUp(database().read, secret);
  if (!early.ok) return early;
  const hash = await hashOfPassword(given.password);
  const id = newId();
  const first = permit(vouchFor(id, 'admin'), 'administer');
  if (!first.ok) return first;
  return write(first.value, async (tx, actor) => {
    const possible = await mayStillSetUp(tx, secret);
    if (!possible.ok) return possible;
    const now = new Date();
    const at = now.toISOString();
    await spendLink(tx, secret, 'setup', at);
    const person = await insertPerson(tx, { id, name: given.name, email: given.email, role: 'admin' }, now);
    if (!person.ok) return person;
    await storePassword(tx, id, hash, now);
    const settings = await settleDesk(tx, given, at);
    await record(tx, actor, { type: 'desk.set-up', subject: id, content: settings }, at);
    await record(tx, actor, { type: 'person.joined', subject: id, content: { name: given.name, role: 'admin' } }, at);
    return ok(presentPerson(person.value, person.value));
  });
}

async function mayStillSetUp(db: Pick<Reads, 'select'>, secret: string): Promise<Result<unknown>> {
  if (!(await hasPeople(db))) return openLink(db, secret, 'setup');
  const sentence = 'This desk is set up already. Sign in, or ask one of its administrators for an invitation.';
  return refuse('rule', 'already-set-up', sentence);
}

async function settleDesk(tx: Tx, { deskName, size }: Pick<SetUp, 'deskName' | 'size'>, at: string) {
  const before = await readDeskRow(tx);
  const settings = { name: deskName ?? before.name, size: size ?? before.size };
  await tx
    .update(desk)
    .set({ ...settings, updatedAt: at })
    .where(eq(desk.id, 1));
  return settings;
}
