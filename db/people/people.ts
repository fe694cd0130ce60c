import { and, asc, count, eq, gt, isNull, ne } from 'drizzle-orm';
import type { PersonPatch } from '@/domain/contract/people';
import { type Actor, mayDo, type Permit } from '@/domain/permission';
import type { Person } from '@/domain/person';
import { ok, type Result, refuse } from '@/domain/result';
import { database, type Reads, type Tx } from '../client';
import { record } from '../log';
import { people } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { type PersonRow, presentPerson } from './present';
import { endAccess } from './sessions';

/** A part of a list: at most `limit` items, after the one with this id. */
export type Span = { after?: string; limit: number };

/** The desk's people, disabled ones included, in the order in which they came. */
export async function listPeople({ actor }: Permit<'read'>, { after, limit }: Span): Promise<Person[]> {
  const rows = await database()
    .read.select()
    .from(people)
    .where(after === undefined ? undefined : gt(people.id, after))
    .orderBy(asc(people.id))
    .limit(limit);
  return rows.map((row) => presentPerson(row, actor));
}

export async function readPerson({ actor }: Permit<'read'>, id: string): Promise<Result<Person>> {
  const row = await personRow(database().read, id);
  return row ? ok(presentPerson(row, actor)) : noSuchPerson();
}

/** The person with an e-mail address, whatever its case. */
export async function personWithEmail(_permit: Permit<'administer'>, email: string): Promise<Result<{ id: string }>> {
  const row = await rowWithEmail(database().read, email);
  return row ? ok({ id: row.id }) : refuse('missing', 'no-such-person', `Nobody here has the e-mail address ${email}.`);
}

export async function personRow(db: Pick<Reads, 'select'>, id: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row ?? null;
}

export async function rowWithEmail(db: Pick<Reads, 'select'>, email: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.email, email.toLowerCase()));
  return row ?? null;
}

/** Whoever was erased is nobody any more: there is nothing to change, and no way in. */
export const erasedPerson = (): Result<never> =>
  refuse('rule', 'person-erased', 'The name and address of this person were erased, for good. Invite them anew.');

export const noSuchPerson = (): Result<never> => refuse('missing', 'no-such-person', 'There is no such person.');

/**
 * Changes a person: name and credit by themselves, role and access by an administrator. Whoever is disabled is out at
 * once, with every session, token and link of theirs. `'any'` where no version was read before (the command line).
 */
export function editPerson(
  permit: Permit<'read'>,
  id: string,
  expected: Expected | 'any',
  patch: PersonPatch,
): Promise<Result<Person>> {
  return write(permit, async (tx, actor) => {
    const row = await personRow(tx, id);
    if (!row) return noSuchPerson();
    if (row.erasure !== null) return erasedPerson();
    const current = expected === 'any' ? ok(true) : isCurrent(expected, presentPerson(row, actor), 'person');
    if (!current.ok) return current;
    const allowed = mayChange(actor, row, patch);
    if (!allowed.ok) return allowed;
    const changes = changesOf(row, patch);
    if (Object.keys(changes).length === 0) return ok(presentPerson(row, actor));
    const kept = await keepsAnAdministrator(tx, row, patch);
    return kept.ok ? ok(presentPerson(await store(tx, actor, row, patch, changes), actor)) : kept;
  });
}

function mayChange(actor: Actor, row: PersonRow, patch: PersonPatch): Result<true> {
  if ((patch.role !== undefined || patch.disabled !== undefined) && !mayDo(actor.role, 'administer')) {
    return refuse('forbidden', 'may-not-administer', 'Only administrators change roles and access.');
  }
  if ((patch.name !== undefined || patch.credit !== undefined) && actor.id !== row.id) {
    return refuse('forbidden', 'not-yours', 'People choose their own name and how they are credited.');
  }
  return ok(true);
}

/** For each field that the patch alters, the value before and the value after. */
function changesOf(row: PersonRow, patch: PersonPatch): Record<string, [unknown, unknown]> {
  const before = { name: row.name, credit: row.credit, role: row.role, disabled: row.disabledAt !== null };
  const fields = Object.keys(before) as (keyof typeof before)[];
  const altered = fields.filter((field) => patch[field] !== undefined && patch[field] !== before[field]);
  return Object.fromEntries(altered.map((field) => [field, [before[field], patch[field]]]));
}

/** A desk always has somebody who can let people in. */
async function keepsAnAdministrator(tx: Tx, row: PersonRow, patch: PersonPatch): Promise<Result<true>> {
  const leaves = row.role === 'admin' && (patch.disabled === true || (patch.role ?? 'admin') !== 'admin');
  if (!leaves || row.disabledAt !== null) return ok(true);
  const others = and(eq(people.role, 'admin'), isNull(people.disabledAt), ne(people.id, row.id));
  const [found] = await tx.select({ many: count() }).from(people).where(others);
  if (found && found.many > 0) return ok(true);
  const pointer = patch.disabled === true ? '/disabled' : '/role';
  return refuse('rule', 'last-administrator', `${row.name} is the last administrator. Make somebody else one first.`, {
    pointer,
  });
}

async function store(
  tx: Tx,
  actor: Actor,
  row: PersonRow,
  { disabled, ...fields }: PersonPatch,
  changes: Record<string, unknown>,
): Promise<PersonRow> {
  const at = new Date();
  const now = at.toISOString();
  const disabledAt = disabled === undefined ? row.disabledAt : disabled ? (row.disabledAt ?? now) : null;
  const after = { ...row, ...fields, disabledAt, updatedAt: at };
  const { id, ...columns } = after;
  await tx.update(people).set(columns).where(eq(people.id, id));
  if (disabled === true) await endAccess(tx, id, now);
  await record(tx, actor, { type: 'person.changed', subject: id, content: { changes } }, now);
  return after;
}

/** The names of everybody who is or was of the desk, by id. */
export async function namesOfPeople(_permit: Permit<'read'>): Promise<Record<string, string>> {
  const rows = await database().read.select({ id: people.id, name: people.name }).from(people);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
