import { afterAll, beforeAll, expect, test } from 'vitest';
import * as invitations from '@/app/api/v1/invitations/route';
import * as me from '@/app/api/v1/me/route';
import * as sessions from '@/app/api/v1/sessions/route';
import { openSession } from '@/db/auth';
import { newPerson, openDesk, type TestPerson } from '../desk';
import { visit } from './visit';

const origin = 'https://desk.example';
let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
beforeAll(async () => {
  process.env.STET_ORIGIN = origin;
  desk = await openDesk();
  admin = await newPerson('admin');
});
afterAll(() => desk.close());

test('over https the session is in a cookie that no other host can set and no plain connection carries', async () => {
  const [cookie = ''] = await openSession(admin.id, new Headers());
  expect(cookie).toMatch(/^__Host-stet-session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const sent = cookie.split(';', 1)[0];
  expect((await visit(me.GET, '/api/v1/me', { cookie: sent })).status).toBe(200);
  const plain = sent?.replace('__Host-', '');
  expect((await visit(me.GET, '/api/v1/me', { cookie: plain })).status).toBe(401);
  const ended = await visit(sessions.DELETE, '/api/v1/sessions', { method: 'DELETE', cookie: sent, origin });
  expect(ended.headers.get('set-cookie')).toMatch(/^__Host-stet-session=; Max-Age=0; .*; Secure$/);
});

test('links begin with the origin that is configured, and only its pages may write', async () => {
  const [cookie = ''] = await openSession(admin.id, new Headers());
  const invite = (from: string) =>
    visit(invitations.POST, '/api/v1/invitations', {
      method: 'POST',
      cookie: cookie.split(';', 1)[0],
      origin: from,
      body: { role: 'editor' },
    });
  const { link } = (await (await invite(origin)).json()) as { link: string };
  expect(link).toMatch(/^https:\/\/desk\.example\/invitation#[\w-]{43}$/);
  for (const from of ['http://desk.example', 'https://desk.example:444', 'http://localhost:3000']) {
    expect((await invite(from)).status).toBe(403);
  }
});
