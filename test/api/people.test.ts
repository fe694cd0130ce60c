import { afterAll, beforeAll, expect, test } from 'vitest';
import * as desks from '@/app/api/v1/desk/route';
import * as invitation from '@/app/api/v1/invitations/[id]/route';
import * as acceptance from '@/app/api/v1/invitations/acceptance/route';
import * as invitations from '@/app/api/v1/invitations/route';
import * as links from '@/app/api/v1/links/route';
import * as password from '@/app/api/v1/me/password/route';
import * as me from '@/app/api/v1/me/route';
import * as resets from '@/app/api/v1/password-resets/route';
import * as reset from '@/app/api/v1/people/[id]/password-reset/route';
import * as one from '@/app/api/v1/people/[id]/route';
import * as people from '@/app/api/v1/people/route';
import * as scales from '@/app/api/v1/scales/route';
import * as sessions from '@/app/api/v1/sessions/route';
import * as setup from '@/app/api/v1/setup/route';
import * as signIns from '@/app/api/v1/sign-ins/route';
import * as tokens from '@/app/api/v1/tokens/route';
import { atCommandLine } from '@/db/people/identify';
import { signInLink } from '@/db/people/passwords';
import { setupLink } from '@/db/people/setup';
import type { Person } from '@/domain/person';
import { may, newPerson, openDesk, type TestPerson, value } from '../desk';
import { cookiesOf, problemsOf, unguessable, visit } from './visit';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let reviewer: TestPerson;
let setupSecret: string;
beforeAll(async () => {
  desk = await openDesk();
  setupSecret = (await setupLink()) ?? '';
  admin = await newPerson('admin');
  reviewer = await newPerson('reviewer');
});
afterAll(() => desk.close());

const chosen = 'a password that was chosen';
const secretIn = (link: string): string => new URL(link).hash.slice(1);
const invite = async (body: object = { role: 'reviewer' }) => {
  const response = await visit(invitations.POST, '/api/v1/invitations', { method: 'POST', token: admin.token, body });
  return (await response.json()) as { id: string; link: string };
};
let many = 0;
const join = (secret: string, more: object = {}) =>
  visit(acceptance.POST, '/api/v1/invitations/acceptance', {
    method: 'POST',
    body: { secret, name: 'New', email: `new${++many}@desk.example`, password: chosen, ...more },
  });
const asks = async (cookie: string) => (await visit(me.GET, '/api/v1/me', { cookie })).status;

test('whoever accepts an invitation is signed in at once', async () => {
  const { link } = await invite({ role: 'editor' });
  expect(link).toMatch(/^http:\/\/localhost:3000\/invitation#[\w-]{43}$/);
  const about = await visit(links.POST, '/api/v1/links', { method: 'POST', body: { secret: secretIn(link) } });
  expect(await about.json()).toMatchObject({ purpose: 'invitation', desk: 'The desk', role: 'editor' });
  const joined = await join(secretIn(link));
  expect(joined.status).toBe(201);
  expect(joined.headers.get('cache-control')).toBe('no-store');
  const own = await visit(me.GET, '/api/v1/me', { cookie: cookiesOf(joined) });
  expect(await own.json()).toEqual(await joined.json());
  const again = await join(secretIn(link));
  expect([again.status, await problemsOf(again)]).toEqual([422, ['link-spent']]);
});

test('a revoked or made-up invitation is refused with a sentence', async () => {
  const { id, link } = await invite();
  const given = { method: 'DELETE', token: admin.token, params: { id } };
  expect((await visit(invitation.DELETE, `/api/v1/invitations/${id}`, given)).status).toBe(204);
  expect(await problemsOf(await join(secretIn(link)))).toEqual(['link-revoked']);
  expect(await problemsOf(await join(unguessable()))).toEqual(['link-unknown']);
});

test('pages of another origin cannot use what is for our own pages, not even with the secret', async () => {
  const { link } = await invite();
  for (const origin of ['https://evil.example', null]) {
    const body = { secret: secretIn(link) };
    for (const handler of [links.POST, resets.POST, signIns.POST, setup.POST, acceptance.POST]) {
      expect((await visit(handler, '/', { method: 'POST', body, origin })).status).toBe(403);
    }
  }
  expect((await join(secretIn(link))).status).toBe(201);
});

test('a setup link that is older than the first person is worthless', async () => {
  const body = { secret: setupSecret, name: 'Eve', email: 'eve@desk.example', password: chosen };
  const response = await visit(setup.POST, '/api/v1/setup', { method: 'POST', body });
  expect([response.status, await problemsOf(response)]).toEqual([422, ['already-set-up']]);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test('a reset link and a sign-in link each sign in once', async () => {
  const path = `/api/v1/people/${reviewer.id}/password-reset`;
  const made = await visit(reset.POST, path, { method: 'POST', token: admin.token, params: { id: reviewer.id } });
  const secret = secretIn(((await made.json()) as { link: string }).link);
  const spend = () =>
    visit(resets.POST, '/api/v1/password-resets', { method: 'POST', body: { secret, password: chosen } });
  expect(await asks(cookiesOf(await spend()))).toBe(200);
  expect(await problemsOf(await spend())).toEqual(['link-spent']);
  const { secret: once } = value(await signInLink(may('administer', atCommandLine()), reviewer.id));
  const enter = () => visit(signIns.POST, '/api/v1/sign-ins', { method: 'POST', body: { secret: once } });
  expect(await asks(cookiesOf(await enter()))).toBe(200);
  const late = await enter();
  expect([await problemsOf(late), late.headers.getSetCookie()]).toEqual([['link-spent'], []]);
});

test('a new password keeps this browser signed in and ends every other session', async () => {
  const first = cookiesOf(await join(secretIn((await invite()).link), { email: 'turn@desk.example' }));
  const body = { current: chosen, password: 'another one altogether' };
  const change = (cookie: string) => visit(password.POST, '/api/v1/me/password', { method: 'POST', cookie, body });
  const changed = await change(first);
  expect(changed.status).toBe(200);
  expect(await asks(first)).toBe(401);
  expect(await asks(cookiesOf(changed))).toBe(200);
  expect(await problemsOf(await change(cookiesOf(changed)))).toEqual(['wrong-password']);
});

test('signing out everywhere ends this session too and clears its cookie', async () => {
  const cookie = cookiesOf(await join(secretIn((await invite()).link)));
  const response = await visit(sessions.DELETE, '/api/v1/sessions', { method: 'DELETE', cookie });
  expect([response.status, response.headers.getSetCookie()]).toEqual([
    204,
    ['stet-session-3000=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'],
  ]);
  expect(await asks(cookie)).toBe(401);
});

test('a cookie alone does not write from another origin; a token needs none', async () => {
  const cookie = cookiesOf(await join(secretIn((await invite()).link)));
  const make = (given: object) =>
    visit(tokens.POST, '/api/v1/tokens', { method: 'POST', body: { name: 'T' }, ...given });
  expect((await make({ cookie })).status).toBe(201);
  expect((await make({ cookie, origin: 'https://evil.example' })).status).toBe(403);
  expect((await make({ cookie, origin: null })).status).toBe(403);
  expect((await make({ token: reviewer.token, origin: null })).status).toBe(201);
});

test('a token in the address is refused, whoever sends it', async () => {
  for (const query of [`?access_token=${admin.token}`, `?anything=${admin.token}`]) {
    const response = await visit(me.GET, '/api/v1/me', { query, token: admin.token });
    expect([response.status, await problemsOf(response)]).toEqual([400, ['token-in-query']]);
  }
});

test('a role is changed against the version that was read', async () => {
  const read = await visit(one.GET, '/', { token: admin.token, params: { id: reviewer.id } });
  const patch = (tag: string | null, role: string) =>
    visit(one.PATCH, '/', {
      method: 'PATCH',
      token: admin.token,
      params: { id: reviewer.id },
      body: { role },
      headers: tag === null ? {} : { 'if-match': tag },
    });
  const tag = read.headers.get('etag');
  expect((await patch(null, 'editor')).status).toBe(428);
  const changed = await patch(tag, 'editor');
  expect(changed.status).toBe(200);
  const stale = await patch(tag, 'reviewer');
  expect(stale.status).toBe(412);
  expect(await stale.json()).toMatchObject({ current: { role: 'editor' } });
  expect((await patch(changed.headers.get('etag'), 'reviewer')).status).toBe(200);
});

test('the desk is changed by administrators, and read by all who are signed in', async () => {
  const read = await visit(desks.GET, '/', { token: reviewer.token });
  const patch = (token: string) =>
    visit(desks.PATCH, '/', {
      method: 'PATCH',
      token,
      body: { size: 'one' },
      headers: { 'if-match': read.headers.get('etag') ?? '' },
    });
  expect((await patch(reviewer.token)).status).toBe(403);
  expect(await (await patch(admin.token)).json()).toMatchObject({ size: 'one' });
});

test.each([
  ['corrections@desk.example', 200],
  ['https://desk.example/errors', 200],
  [null, 200],
  ['ring the bell', 400],
  ['javascript:alert(1)', 400],
])('readers are told to report errors to an e-mail or a web address: %s', async (contact, status) => {
  const read = await visit(desks.GET, '/', { token: admin.token });
  const headers = { 'if-match': read.headers.get('etag') ?? '' };
  const answer = await visit(desks.PATCH, '/', { method: 'PATCH', token: admin.token, body: { contact }, headers });
  expect(answer.status).toBe(status);
  const told = (await answer.json()) as { contact?: string | null };
  expect(status === 200 ? told.contact : JSON.stringify(told)).toEqual(
    status === 200 ? contact : expect.stringContaining('Give an e-mail address like corrections@example.org'),
  );
});

test('lists are paged by cursor and keep to their limit', async () => {
  const seen: string[] = [];
  let query = '?limit=2';
  for (let n = 0; n < 50 && query; n += 1) {
    const response = await visit(people.GET, '/api/v1/people', { token: admin.token, query });
    const { items } = (await response.json()) as { items: Person[] };
    seen.push(...items.map(({ id }) => id));
    query = /<\/api\/v1\/people(\?[^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
  }
  expect(seen.length).toBeGreaterThan(4);
  expect(new Set(seen).size).toBe(seen.length);
  const [plain] = (
    (await (await visit(scales.GET, '/', { token: reviewer.token })).json()) as { items: { id: string }[] }
  ).items;
  expect(plain?.id).toBe('evidence');
});
