import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Mailing, startMailing } from '@/bin/server/mailing';
import { database } from '@/db/client';
import { switchOffToken } from '@/db/mail/switch-off';
import { editPerson } from '@/db/people/people';
import type { Mailed, MailStanding } from '@/domain/mail';
import { mailServerOf } from '@/domain/mail-server';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { type MailServer, openMailServer } from '@/test/mail-server';
import { withPassword } from './requests/scene';
import { call, origin } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let server: MailServer;
let mailing: Mailing;
beforeAll(async () => {
  server = await openMailServer({ login: { user: 'stet', password: 'hunter2' }, allowInsecureAuth: true });
  const url = `smtp://stet:hunter2@127.0.0.1:${server.port}`;
  vi.stubEnv('STET_SMTP_URL', url);
  vi.stubEnv('STET_MAIL_FROM', 'The Desk <stet@desk.example>');
  desk = await openDesk();
  admin = await newPerson('admin');
  const way = { server: mailServerOf(url)!, from: { name: null, address: 'stet@desk.example' }, origin };
  mailing = startMailing({ ...way, patience: 10_000 }, 20);
});
afterEach(async () => {
  server.forget();
  for (const table of ['mail_server', 'rate_limits'])
    await database().write((tx) => tx.run(sql.raw(`delete from ${table}`)));
});
afterAll(async () => {
  await mailing.stop();
  await desk.close();
  await server.close();
  vi.unstubAllEnvs();
});

const patience = { timeout: 20_000 };
const as = (who: TestPerson) => ({ as: { token: who.token } });
const standing = async () => (await call<MailStanding>('GET', '/api/v1/mail', as(admin))).body;
const quietly = () => new Promise((resolve) => setTimeout(resolve, 200));

test('an administrator tries the server out, and sees what came of it', async () => {
  const { body } = await call<Mailed>('POST', '/api/v1/mail/test', as(admin));
  expect(body).toMatchObject({ kind: 'test', to: admin.email, state: 'sent', problem: null });
  expect(server.arrived[0]?.recipients).toEqual([admin.email]);
  expect(server.arrived[0]?.header('subject')).toBe('Test message from The desk');
  expect(await standing()).toMatchObject({
    ...{ configured: true, server: `127.0.0.1:${server.port}`, from: 'The Desk <stet@desk.example>' },
    ...{ failure: null, sentAt: expect.any(String) },
  });
});

test('what fails is told in a sentence, and neither it nor any answer holds the password', async () => {
  server.mood = 'busy';
  const { status, body } = await call<Mailed>('POST', '/api/v1/mail/test', { ...as(admin), key: 'once' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    state: 'failed',
    dueAt: null,
    problem: expect.stringContaining('Too busy'),
  });
  const told = [await standing(), (await call('GET', '/api/v1/mail/messages', as(admin))).body];
  expect(told[0]).toMatchObject({ failure: body.problem });
  expect(JSON.stringify(told)).not.toContain('hunter2');
  const again = await call('POST', '/api/v1/mail/test', { ...as(admin), key: 'once' });
  expect(again.body).toEqual(body);
});

test('an invitation and a reset link say that they are mailed, and are', async () => {
  const body = { role: 'reviewer', email: 'newcomer@desk.example' };
  const invited = await call<{ link: string; mailed: boolean }>('POST', '/api/v1/invitations', { ...as(admin), body });
  expect(invited.body.mailed).toBe(true);
  const { id } = await newPerson('reviewer');
  const reset = await call<{ link: string; mailed: boolean }>('POST', `/api/v1/people/${id}/password-reset`, as(admin));
  expect(reset.body.mailed).toBe(true);
  await expect.poll(() => server.arrived.length, patience).toBe(2);
  const texts = server.arrived.map(({ text }) => text).join();
  expect(texts).toContain(invited.body.link);
  expect(texts).toContain(reset.body.link);
});

const forgot = (email: string, client = email) =>
  call('POST', '/api/v1/password-resets/requests', { body: { email }, origin, headers: { 'x-stet-client': client } });

test('whoever forgot their password is mailed a link that works once, for an hour', async () => {
  const person = await withPassword(await newPerson('reviewer'));
  expect((await forgot(person.email.toUpperCase())).status).toBe(204);
  await expect.poll(() => server.arrived.length, patience).toBe(1);
  const [, secret = ''] = /\/reset#(\S+)/.exec(server.arrived[0]?.text ?? '') ?? [];
  const about = await call<{ expiresAt: string }>('POST', '/api/v1/links', { body: { secret }, origin });
  const minutes = (Date.parse(about.body.expiresAt) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(58);
  expect(minutes).toBeLessThanOrEqual(60);
  const set = () =>
    call('POST', '/api/v1/password-resets', { body: { secret, password: 'another long password' }, origin });
  expect((await set()).status).toBe(200);
  expect((await set()).rules).toEqual(['link-spent']);
});

test('the answer is the same for strangers, disabled people and people of the desk, and takes as long', async () => {
  const gone = await newPerson('reviewer');
  value(await editPerson(may('read', admin.actor), gone.id, 'any', { disabled: true }));
  const here = await newPerson('reviewer');
  const answers = [];
  for (const email of ['nobody@elsewhere.example', gone.email, here.email]) {
    const { status, text, headers } = await forgot(email);
    answers.push({ status, text, headers: [...headers] });
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  await expect.poll(() => server.arrived.length, patience).toBe(1);
  await quietly();
  expect(server.arrived.map(({ recipients }) => recipients)).toEqual([[here.email]]);
});

test('one can ask three times in ten minutes for an address, whether or not it is one of the desk', async () => {
  for (const email of [(await newPerson('reviewer')).email, 'stranger@elsewhere.example']) {
    const statuses = [];
    for (let times = 0; times < 4; times++) statuses.push((await forgot(email, `client ${times}`)).status);
    expect(statuses).toEqual([204, 204, 204, 429]);
  }
});

test('and ten times from one client', async () => {
  const asked = Array.from({ length: 11 }, (_, index) => `nobody.${index}@elsewhere.example`);
  const statuses = [];
  for (const email of asked) statuses.push((await forgot(email, 'one client')).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

test('a foreign page cannot ask', async () => {
  const foreign = { body: { email: admin.email }, origin: 'https://elsewhere.example' };
  expect((await call('POST', '/api/v1/password-resets/requests', foreign)).status).toBe(403);
});

test('a mail reader switches mail off by one click, without a session, and the person switches it on again', async () => {
  const person = await newPerson('reviewer');
  const settings = async () =>
    (await call<{ mail: string }>('GET', '/api/v1/notifications/settings', as(person))).body.mail;
  expect(await settings()).toBe('all');
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  const path = `/api/v1/unsubscriptions/${switchOffToken(person.id)}`;
  expect((await call('POST', path, { body: form, origin: null })).status).toBe(204);
  expect(await settings()).toBe('none');
  await call('PUT', '/api/v1/notifications/settings', { ...as(person), body: { muted: [] } });
  expect(await settings()).toBe('none');
  await call('PUT', '/api/v1/notifications/settings', { ...as(person), body: { mail: 'all' } });
  expect(await settings()).toBe('all');
});

test('a token that is not from a message of this desk switches nothing off', async () => {
  const token = switchOffToken((await newPerson('reviewer')).id);
  const forged = [`${token.slice(0, 22)}${'A'.repeat(32)}`, token.slice(0, 40), `B${token.slice(1)}`, 'x'];
  for (const each of forged) {
    const { status, rules } = await call('POST', `/api/v1/unsubscriptions/${each}`, { origin: null });
    expect([status, rules]).toEqual([404, ['no-such-token']]);
  }
});
