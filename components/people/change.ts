import { call, sentencesOf } from '@/client/call';
import { etagOf } from '@/domain/canonical';
import type { PersonPatch } from '@/domain/contract/people';
import type { Person } from '@/domain/person';
import { toast } from '../ui/announcer';

const unanswered = 'The server did not answer, and nothing was changed. Try again in a moment.';

/** Changes a person as an administrator does; null, and a notice that says why, where it was refused. */
export async function changePerson(person: Person, body: PersonPatch): Promise<Person | null> {
  const answer = await call('editPerson', { params: { id: person.id }, ifMatch: etagOf(person), body });
  if (answer.ok) return answer.value;
  const text = answer.offline ? unanswered : sentencesOf(answer.problem).join(' ');
  toast({ kind: 'danger', text });
  return null;
}

/** A one-time link with which a person sets a new password, and whether it is mailed to them; null, and a notice, where there is none. */
export async function makeResetLink({ id }: Person): Promise<{ link: string; mailed: boolean } | null> {
  const answer = await call('resetPassword', { params: { id } });
  if (answer.ok) return answer.value;
  toast({ kind: 'danger', text: answer.offline ? unanswered : sentencesOf(answer.problem).join(' ') });
  return null;
}
