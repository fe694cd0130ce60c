import { type ProblemDocument, problemSchema } from '@/domain/contract/route';
import { type Refused, refusedBy } from './refusal';

/** Opens a session in this browser. Null once it is there, else what is wrong with what was given. */
export async function signIn(email: string, password: string): Promise<Refused | null> {
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const body = JSON.stringify({ email, password });
  const answer = await fetch('/api/auth/sign-in/email', { ...request, body }).catch(() => null);
  if (!answer) return refusedBy({ ok: false, offline: true });
  if (answer.ok) return null;
  const said = problemSchema.safeParse(await answer.json().catch(() => null));
  const detail = 'The server did not say what is wrong. Try again in a moment.';
  const unsaid: ProblemDocument = { type: 'about:blank', title: 'Refused', status: answer.status, detail };
  const problem = said.success ? said.data : unsaid;
  return refusedBy({ ok: false, offline: false, status: answer.status, problem, etag: null, retryAfter: null });
}

/** Ends this browser's session and goes to the front page, which forgets whatever the pages had in memory. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error(`Signing out answered ${answer.status}`);
  window.location.assign('/');
}
