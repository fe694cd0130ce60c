import { rmSync } from 'node:fs';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { addPerson } from '@/db/people/add';
import { atCommandLine } from '@/db/people/identify';
import { type Action, type Actor, type Permit, permit, vouchFor } from '@/domain/permission';
import type { Role } from '@/domain/person';
import type { Result } from '@/domain/result';
import { newFolder } from '@/test/scratch';

/** A desk for the tests of one file: a new database with its tables, to be closed after them. */
export async function openDesk(): Promise<{ folder: string; close: () => Promise<void> }> {
  const folder = newFolder();
  process.env.DATABASE_URL = `file:${folder}/stet.db`;
  process.env.STET_SECRET = 'a secret of the tests, which guards nothing at all';
  await migrate();
  const close = async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true });
  };
  return { folder, close };
}

/** The value of a result that the test expects to be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.problems.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return result.value;
}

/** Rule ids for which something was refused; empty if it was not. */
export const rules = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusal.problems.map(({ rule }) => rule);

export type TestPerson = { id: string; email: string; actor: Actor; token: string };

let many = 0;
/** A new person on the desk, with an access token. */
export async function newPerson(role: Role, name = `${role} ${++many}`): Promise<TestPerson> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@desk.example`;
  const { person, token } = value(
    await addPerson(may('administer', atCommandLine()), { name, email, role, withToken: true }),
  );
  return { id: person.id, email, actor: vouchFor(person.id, role), token: token ?? '' };
}

/** The permit of somebody of whom the test knows that they may. */
export const may = <A extends Action>(action: A, actor: Actor): Permit<A> => value(permit(actor, action));
