import { z } from 'zod';
import { parsed, readJson } from '@/app/api/door/body';
import { failure } from '@/app/api/door/handle';
import { fromOwnOrigin } from '@/app/api/door/origin';
import { problemResponse } from '@/app/api/door/problem';
import { auth } from '@/db/auth';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/** All that may be asked of better-auth over HTTP. Whatever else it could do would be a second way to write. */
const answered: Record<string, (request: Request) => Promise<Response>> = {
  'POST /api/auth/sign-in/email': signIn,
  'POST /api/auth/sign-out': signOut,
  'GET /api/auth/get-session': getSession,
};

async function answer(request: Request): Promise<Response> {
  const known = answered[`${request.method} ${new URL(request.url).pathname}`];
  if (!known) return refusal(refuse('missing', 'not-found', 'There is nothing at this address.'));
  if (request.method !== 'GET' && !fromOwnOrigin(request.headers)) {
    return refusal(refuse('forbidden', 'foreign-origin', 'This request does not come from a page of this desk.'));
  }
  return known(request).catch(failure);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };

const credentials = z.strictObject({ email: z.string().max(254), password: z.string().max(1000) });

async function signIn(request: Request): Promise<Response> {
  const given = await readJson(request);
  const body = given.ok ? parsed(credentials, given.value) : given;
  if (!body.ok) return refusal(body);
  const response = await ask(request, 'sign-in/email', body.value);
  const refused = await whyNot(response);
  return refused.ok ? done(response, { signedIn: true }) : refusal(refused);
}

async function signOut(request: Request): Promise<Response> {
  return done(await ask(request, 'sign-out', {}), { signedIn: false });
}

/** Who is signed in and until when; null for strangers. The token stays in its cookie, out of reach of any script. */
async function getSession(request: Request): Promise<Response> {
  const response = await ask(request, 'get-session');
  const found = (await response.json()) as { user: { id: string }; session: { expiresAt: string } } | null;
  return done(response, found && { personId: found.user.id, expiresAt: found.session.expiresAt });
}

/** The request as better-auth is to see it: its own path, our body, and the address that our server vouches for. */
function ask(request: Request, path: string, body?: unknown): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const name of ['cookie', 'user-agent', 'x-stet-client']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const sent = body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) };
  return auth().handler(new Request(`http://localhost/api/auth/${path}`, { ...sent, headers }));
}

async function whyNot(response: Response): Promise<Result<true>> {
  if (response.ok) return ok(true);
  if (response.status === 429) return tooMany(Number(response.headers.get('x-retry-after')) || 60);
  const { code } = (await response.json()) as { code?: string };
  if (code === 'PERSON_DISABLED') {
    return refuse('forbidden', 'person-disabled', 'Your access to this desk was ended. Ask one of its administrators.');
  }
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to a sign-in`);
  return refuse('unauthenticated', 'wrong-password', 'The e-mail address or the password is wrong. Check both.');
}

function tooMany(retryAfter: number): Result<never> {
  const message = `Too many attempts. Wait ${retryAfter} seconds and try again.`;
  const problems = [{ rule: 'too-many-attempts', message }];
  return { ok: false, refusal: { kind: 'too-many', retryAfter, problems } };
}

function done(from: Response, body: unknown): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const cookie of from.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return Response.json(body, { headers });
}

const refusal = (result: { ok: false; refusal: Refusal } | Result<never>): Response =>
  problemResponse((result as { refusal: Refusal }).refusal);
