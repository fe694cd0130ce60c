import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { activity, holds } from '@/db/schema';
import type { NextEdition } from '@/domain/contract/editions';
import type { Hold } from '@/domain/hold';
import { type Checking, checking } from '@/test/builders/checked';
import { openDesk, rules, value } from '@/test/desk';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  at = await checking();
  await at.approved('41,200 containers');
});
afterAll(() => desk.close());

const path = () => `/api/v1/articles/${at.article.id}`;
const as = () => ({ token: at.editor.token });
const hold = (body: object) => call<Hold>('PUT', `${path()}/hold`, { as: as(), body });
const next = async () => (await call<NextEdition>('GET', `${path()}/editions/next`, { as: as() })).body;
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

test('a legal hold blocks publishing, says why in the checklist, and is lifted', async () => {
  const reason = 'Counsel reads it first.';
  expect((await hold({ kind: 'legal', reason })).body).toMatchObject({ kind: 'legal', until: null, reason });
  expect(rules(await at.publish())).toEqual(['on-hold']);
  const { hold: standing, checklist } = await next();
  expect(standing).toMatchObject({ reason, setBy: at.editor.id });
  const message = `Nothing goes out: there is a legal hold. The reason: ${reason}`;
  expect(checklist).toContainEqual({ rule: 'on-hold', holds: false, blocking: true, message, claimId: null });
  expect((await call('DELETE', `${path()}/hold`, { as: as() })).status).toBe(204);
  expect((await next()).hold).toBeNull();
  expect(value(await at.publish()).number).toBe(1);
  const logged = await database().read.select().from(activity).where(eq(activity.articleId, at.article.id));
  expect(logged.map(({ type }) => type).filter((type) => type.startsWith('article.h'))).toEqual([
    'article.held',
    'article.hold-lifted',
  ]);
});

test('an embargo blocks until its time, and ends by itself', async () => {
  const until = soon();
  await hold({ kind: 'legal', reason: 'Counsel reads it first.' });
  expect((await hold({ kind: 'embargo', until, reason: 'The report is embargoed.' })).body.until).toBe(until);
  expect(rules(await at.publish())).toEqual(['on-hold']);
  const past = new Date(Date.now() - 1000).toISOString();
  await database().write((tx) => tx.update(holds).set({ until: past }).where(eq(holds.articleId, at.article.id)));
  expect((await next()).hold).toBeNull();
  expect(value(await at.publish()).number).toBe(1);
});

test('an editor who looked before the hold is told to look again', async () => {
  const { etag } = await call('GET', `${path()}/editions/next`, { as: as() });
  await hold({ kind: 'legal', reason: 'Counsel reads it first.' });
  expect(rules(await at.publish({}, [etag ?? '']))).toEqual(['stale']);
  const { status } = await call('GET', `${path()}/editions/next`, {
    as: as(),
    headers: { 'If-None-Match': etag ?? '' },
  });
  expect(status).toBe(200);
});

test('a hold that cannot end as it says, or has no reason, is refused', async () => {
  const reason = 'Why.';
  const refused: [object, number][] = [
    [{ kind: 'embargo', reason }, 422],
    [{ kind: 'embargo', until: '2020-01-01T00:00:00Z', reason }, 422],
    [{ kind: 'legal', until: soon(), reason }, 422],
    [{ kind: 'legal', reason: ' ' }, 400],
    [{ kind: 'moody', reason }, 400],
    [{ kind: 'embargo', until: 'tomorrow', reason }, 400],
  ];
  for (const [body, status] of refused) expect([body, (await hold(body)).status]).toEqual([body, status]);
  expect((await next()).hold).toBeNull();
});
