import type { Permit } from '@/domain/permission';
import type { Person, Role } from '@/domain/person';
import { ok, type Result } from '@/domain/result';
import { newId } from '../ids';
import { record } from '../log';
import { write } from '../write';
import { insertPerson } from './newcomer';
import { presentPerson } from './present';
import { newSecret } from './secrets';
import { insertToken } from './tokens';

export type Added = { person: Person; token: string | null };

/**
 * Adds a person who was not invited, for the command line: without a password, which a reset link lets them set, and,
 * if asked, with an access token, shown now and never again.
 */
export function addPerson(
  permit: Permit<'administer'>,
  given: { name: string; email: string; role: Role; withToken?: boolean },
): Promise<Result<Added>> {
  const secret = `stet_${newSecret()}`;
  return write(permit, async (tx, actor) => {
    const now = new Date();
    const { name, email, role } = given;
    const added = await insertPerson(tx, { id: newId(), name, email, role }, now);
    if (!added.ok) return added;
    const { id } = added.value;
    await record(tx, actor, { type: 'person.joined', subject: id, content: { name, role } }, now.toISOString());
    const token = given.withToken ? await insertToken(tx, actor, id, 'Command line', secret) : null;
    if (token && !token.ok) return token;
    return ok({ person: presentPerson(added.value, { id: null, role: 'admin' }), token: token && secret });
  });
}
