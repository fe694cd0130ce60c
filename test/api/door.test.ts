import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST } from '@/app/api/auth/[...all]/route';
import { auth, openSession } from '@/db/auth';
import { database } from '@/db/client';
import { identify } from '@/db/people/identify';
import { resetLink, setPassword } from '@/db/people/passwords';
import { rateLimits, sessions } from '@/db/schema';
import { may, newPerson, openDesk, type TestPerson, value } from '../desk';
import { cookiesOf, problemsOf, type Visit, visit } from './visit';

let desk: Awaited<ReturnType<typeof openDesk>>;
let person: TestPerson;
const password = 'a password to sign in with';
beforeAll(async () => {
  desk = await openDesk();
  const admin = await newPerson('admin');
  person = await newPerson('reviewer');
  value(await setPassword(value(await resetLink(may('administer', admin.actor), person.id)).secret, password));
});
afterAll(() => desk.close());

const ask = (path: string, given: Visit = {}) => visit(POST, `/api/auth/${path}`, given);
const signIn = (given: Partial<Visit> = {}, body: unknown = { email: person.email, password }) =>
  ask('sign-in/email', { method: 'POST', body, ...given });
const whoHas = async (cookie: string) => (await identify({ cookie, authorization: null }, null))?.id ?? null;
const forget = () => database().write((tx) => tx.delete(rateLimits));

test('the right password opens a session in a cookie that no script can read', async () => {
  const response = await signIn();
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()).toHaveLength(1);
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^stet-session-3000=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(await whoHas(cookiesOf(response))).toBe(person.id);
  const [session] = await database().read.select().from(sessions);
  expect(JSON.stringify(await response.json())).not.toContain(session?.token);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const answers = await Promise.all([
    signIn({}, { email: person.email, password: 'wrong' }),
    signIn({}, { email: 'nobody@desk.example', password }),
    signIn({}, { email: 'no address at all', password }),
  ]);
  for (const answer of answers) expect([answer.status, await problemsOf(answer)]).toEqual([401, ['wrong-password']]);
});

test('signing in never takes over a session that a cookie names', async () => {
  const planted = cookiesOf(await signIn());
  const opened = cookiesOf(await signIn({ cookie: planted }));
  expect(opened).not.toBe(planted);
  const made = cookiesOf(await signIn({ cookie: 'stet-session-3000=chosen.by-an-attacker' }));
  expect(made).not.toContain('chosen');
  const [linked] = await openSession(person.id, new Headers({ cookie: planted }));
  expect(linked).not.toContain(planted);
});

test('signing out ends the session in the store, not only in the browser', async () => {
  await forget();
  const cookie = cookiesOf(await signIn());
  const response = await ask('sign-out', { method: 'POST', body: {}, cookie });
  expect(response.headers.getSetCookie().join()).toContain('stet-session-3000=; Max-Age=0');
  expect(await whoHas(cookie)).toBeNull();
});

test('get-session says who is signed in, without the token', async () => {
  const cookie = cookiesOf(await signIn());
  const session = await ask('get-session', { cookie });
  expect(await session.json()).toEqual({ personId: person.id, expiresAt: expect.any(String) });
  expect(await (await ask('get-session')).json()).toBeNull();
});

test('a sign-in from another origin, or from none, is refused', async () => {
  for (const origin of ['https://evil.example', 'http://localhost:3001', 'null', null]) {
    const response = await signIn({ origin });
    expect([response.status, await problemsOf(response)]).toEqual([403, ['foreign-origin']]);
    expect((await ask('sign-out', { method: 'POST', body: {}, origin })).status).toBe(403);
  }
});

test('after ten tries in a minute an address waits, whatever it says of itself', async () => {
  await forget();
  const guess = (headers: Record<string, string>) =>
    signIn({ headers: { 'x-stet-client': '203.0.113.9', ...headers } }, { email: person.email, password: 'guess' });
  for (let n = 0; n < 10; n += 1) expect((await guess({ 'x-forwarded-for': `10.0.0.${n}` })).status).toBe(401);
  const refused = await guess({ 'x-forwarded-for': '10.0.0.99', forwarded: 'for=10.0.0.98', 'x-real-ip': '10.0.0.97' });
  expect([refused.status, await problemsOf(refused)]).toEqual([429, ['too-many-attempts']]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await signIn()).status).toBe(200);
});

test('a sign-in with anything but an address and a password is malformed', async () => {
  const bodies = [
    {},
    [],
    { email: person.email },
    { email: 1, password },
    { email: person.email, password, callbackURL: '/' },
    { email: person.email, password, rememberMe: false },
  ];
  for (const body of bodies) expect((await signIn({}, body)).status).toBe(400);
});

type Endpoint = { path?: string; options?: { method?: string | string[] } };
const endpoints = () =>
  Object.values(auth().api as unknown as Record<string, Endpoint>).flatMap(({ path, options }) =>
    path ? [options?.method ?? 'GET'].flat().map((method) => ({ path: path.slice(1), method })) : [],
  );
const allowed = ['POST sign-in/email', 'POST sign-out', 'GET get-session'];

test('of everything that better-auth could answer, three things are', async () => {
  const all = endpoints();
  expect(all.length).toBeGreaterThan(25);
  const cookie = (await openSession(person.id, new Headers()))[0]?.split(';', 1)[0];
  for (const { path, method } of all.filter((each) => !allowed.includes(`${each.method} ${each.path}`))) {
    const body = method === 'GET' ? undefined : {};
    const response = await ask(path, { method, body, cookie });
    expect([path, response.status]).toEqual([path, 404]);
  }
});

test('no other method, spelling or detour reaches what is not allowed', async () => {
  for (const path of [
    'enter',
    'sign-up/email',
    'sign-in//email',
    'SIGN-IN/EMAIL',
    'sign-in/email/',
    'x/../sign-up/email',
  ]) {
    expect((await ask(path, { method: 'POST', body: { email: person.email, password } })).status).toBe(404);
  }
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
    expect((await ask('sign-in/email', { method })).status).toBe(404);
  }
});
