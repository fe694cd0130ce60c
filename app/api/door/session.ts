import { openSession } from '@/db/auth';
import type { Person } from '@/domain/person';
import { ok, type Result } from '@/domain/result';
import type { Reply } from './handle';

/** Signs in the browser of somebody who has just shown who they are, and answers with them. */
export async function withSession(person: Result<Person>, request: Request): Promise<Result<Reply<Person>>> {
  if (!person.ok) return person;
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const cookie of await openSession(person.value.id, request.headers)) headers.append('Set-Cookie', cookie);
  return ok({ body: person.value, headers });
}
