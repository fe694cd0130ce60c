import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '@/db/auth';
import { database } from '@/db/client';
import { currentPerson, identify } from '@/db/people/identify';
import { editPerson, listPeople, readPerson } from '@/db/people/people';
import { signOutEverywhere } from '@/db/people/sessions';
import { listTokens, makeToken, revokeToken } from '@/db/people/tokens';
import { activity, activityContents, people, sessions, tokens } from '@/db/schema';
import { etagOf } from '@/domain/canonical';
import { vouchFor } from '@/domain/permission';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
});
afterAll(() => desk.close());

const byToken = (token: string) => identify({ cookie: null, authorization: `Bearer ${token}` }, null);
const byCookie = (cookie: string) => identify({ cookie, authorization: null }, null);
const cookieOf = async (id: string): Promise<string> =>
  (await openSession(id, new Headers()))[0]?.split(';', 1)[0] ?? '';
const logged = async (subject: string) =>
  (await database().read.select().from(activity).where(eq(activity.subject, subject))).map(({ type }) => type);

test('a token and a session tell who somebody is; a changed one, or none, tells nothing', async () => {
  const { id, token } = await newPerson('editor');
  const cookie = await cookieOf(id);
  expect(await byToken(token)).toMatchObject({ id, role: 'editor' });
  expect(await byCookie(`other=1; ${cookie}`)).toMatchObject({ id, role: 'editor' });
  const last = token.endsWith('A') ? 'B' : 'A';
  expect(await byToken(token.slice(0, -1) + last)).toBeNull();
  expect(await byToken('')).toBeNull();
  expect(await identify({ cookie, authorization: 'Bearer stet_wrong' }, null)).toBeNull();
  expect(await byCookie(cookie.replace('=', '=x'))).toBeNull();
  expect(await byCookie(cookie.split('.')[0] ?? '')).toBeNull();
  expect(await byCookie('stet-session-3000=%E0%A4%A')).toBeNull();
  expect(await identify({ cookie: null, authorization: null }, null)).toBeNull();
});

test('a session is new each time, and ends when its time is up', async () => {
  const { id } = await newPerson('reviewer');
  const [first, second] = [await cookieOf(id), await cookieOf(id)];
  expect(first).not.toBe(second);
  await database().write((tx) => tx.update(sessions).set({ expiresAt: new Date(Date.now() - 1) }));
  expect(await byCookie(first)).toBeNull();
  await cookieOf(id);
  const left = await database().read.select().from(sessions).where(eq(sessions.userId, id));
  expect(left).toHaveLength(1);
});

test('the current person is told their own e-mail address and the desk', async () => {
  const { id, email } = await newPerson('reviewer');
  const current = await currentPerson({ cookie: await cookieOf(id), authorization: null });
  expect(current).toMatchObject({ person: { id, email }, desk: { name: 'The desk', size: 'several' } });
});

test('e-mail addresses are for administrators and their owners', async () => {
  const reviewer = await newPerson('reviewer');
  const seen = await listPeople(may('read', reviewer.actor), { limit: 50 });
  expect(seen.filter(({ email }) => email !== null).map(({ id }) => id)).toEqual([reviewer.id]);
  const all = await listPeople(may('read', admin.actor), { limit: 50 });
  expect(all.every(({ email }) => email !== null)).toBe(true);
  const [first, ...rest] = all;
  expect(await listPeople(may('read', admin.actor), { after: first?.id, limit: 50 })).toEqual(rest);
});

test('people change their own name and credit, administrators role and access, and nobody anything else', async () => {
  const one = await newPerson('reviewer');
  const own = may('read', one.actor);
  const tag = [etagOf(value(await readPerson(own, one.id)))];
  expect(rules(await editPerson(own, one.id, tag, { role: 'admin' }))).toEqual(['may-not-administer']);
  expect(rules(await editPerson(own, admin.id, 'any', { name: 'Me' }))).toEqual(['not-yours']);
  expect(rules(await editPerson(may('read', admin.actor), one.id, 'any', { name: 'You' }))).toEqual(['not-yours']);
  expect(rules(await editPerson(own, 'nobody', 'any', { name: 'Me' }))).toEqual(['no-such-person']);
  const changed = value(await editPerson(own, one.id, tag, { name: 'Ada', credit: null }));
  expect(changed).toMatchObject({ name: 'Ada', credit: null });
  const stale = await editPerson(own, one.id, tag, { name: 'Eve' });
  expect(stale).toMatchObject({ refusal: { kind: 'stale', current: { name: 'Ada' } } });
  expect(rules(await editPerson(own, one.id, null, { name: 'Eve' }))).toEqual(['needs-if-match']);
  value(await editPerson(own, one.id, 'any', { name: 'Ada' }));
  value(await editPerson(may('read', admin.actor), one.id, 'any', { role: 'editor' }));
  expect(await logged(one.id)).toEqual(['person.joined', 'person.changed', 'person.changed']);
});

test('whoever is disabled is out at once, and comes back without their old tokens', async () => {
  const one = await newPerson('editor');
  const cookie = await cookieOf(one.id);
  const change = (disabled: boolean) => editPerson(may('read', admin.actor), one.id, 'any', { disabled });
  expect(value(await change(true)).disabled).toBe(true);
  expect(await byToken(one.token)).toBeNull();
  expect(await byCookie(cookie)).toBeNull();
  await expect(openSession(one.id, new Headers())).rejects.toThrow();
  expect(value(await change(false)).disabled).toBe(false);
  expect(await byToken(one.token)).toBeNull();
  expect(await byCookie(cookie)).toBeNull();
  expect(await byCookie(await cookieOf(one.id))).toMatchObject({ id: one.id });
});

test('the last administrator can be neither disabled nor demoted', async () => {
  const second = await newPerson('admin');
  const asSecond = may('read', second.actor);
  value(await editPerson(asSecond, admin.id, 'any', { disabled: true }));
  expect(rules(await editPerson(asSecond, second.id, 'any', { role: 'editor' }))).toEqual(['last-administrator']);
  expect(rules(await editPerson(asSecond, second.id, 'any', { disabled: true }))).toEqual(['last-administrator']);
  value(await editPerson(asSecond, admin.id, 'any', { disabled: false }));
  value(await editPerson(asSecond, second.id, 'any', { role: 'editor' }));
});

test('two administrators who disable each other at once leave one', async () => {
  const [a, b] = [admin, await newPerson('admin')];
  const outcomes = await Promise.all([
    editPerson(may('read', a.actor), b.id, 'any', { disabled: true }),
    editPerson(may('read', b.actor), a.id, 'any', { disabled: true }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a token is stored as a hash alone, works until it is revoked, and by its owner only', async () => {
  const [one, other] = [await newPerson('reviewer'), await newPerson('reviewer')];
  const mine = may('read', one.actor);
  const { token, ...made } = value(await makeToken(mine, 'Laptop'));
  expect(token).toMatch(/^stet_[\w-]{43}$/);
  expect(JSON.stringify(await database().read.select().from(tokens))).not.toContain(token.slice(5));
  expect(JSON.stringify(await database().read.select().from(activityContents))).not.toContain(token.slice(5));
  expect(await listTokens(mine, { limit: 5 })).toContainEqual(made);
  expect(rules(await revokeToken(may('read', other.actor), made.id))).toEqual(['no-such-token']);
  await byToken(token);
  const today = new Date().toISOString().slice(0, 10);
  expect(await listTokens(mine, { limit: 5 })).toContainEqual({ ...made, lastUsedOn: today });
  value(await revokeToken(mine, made.id));
  expect(await byToken(token)).toBeNull();
  expect(rules(await revokeToken(mine, made.id))).toEqual(['no-such-token']);
  expect(await logged(made.id)).toEqual(['token.made', 'token.revoked']);
});

test('a repeated request for a token is answered with the same token, though only its hash is kept', async () => {
  const { id } = await newPerson('reviewer');
  const request = { route: 'POST /api/v1/tokens', key: 'once', digest: 'd'.repeat(64) };
  const repeat = () => makeToken(may('read', vouchFor(id, 'reviewer', request)), 'Script');
  const [first, second] = [value(await repeat()), value(await repeat())];
  expect(second).toEqual(first);
  expect(await byToken(first.token)).toMatchObject({ id });
});

test('signing out everywhere ends every session and no token', async () => {
  const one = await newPerson('reviewer');
  const cookies = [await cookieOf(one.id), await cookieOf(one.id)];
  value(await signOutEverywhere(may('read', one.actor)));
  for (const cookie of cookies) expect(await byCookie(cookie)).toBeNull();
  expect(await byToken(one.token)).toMatchObject({ id: one.id });
});

test('no two people have one e-mail address', async () => {
  await newPerson('reviewer', 'Same');
  await expect(newPerson('editor', 'SAME')).rejects.toThrow('email-taken');
  const rows = await database().read.select().from(people).where(eq(people.email, 'same@desk.example'));
  expect(rows).toHaveLength(1);
});
