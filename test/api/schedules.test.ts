import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishDue } from '@/db/schedules/due';
import type { NextEdition } from '@/domain/contract/editions';
import type { Schedule } from '@/domain/schedule';
import { type Checking, checking } from '@/test/builders/checked';
import { openDesk } from '@/test/desk';
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

const as = () => ({ token: at.editor.token });
const path = () => `/api/v1/articles/${at.article.id}`;
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const schedule = (body: object, ifMatch?: string) =>
  call<Schedule>('PUT', `${path()}/schedule`, { as: as(), body, ifMatch });
const next = () => call<NextEdition>('GET', `${path()}/editions/next`, { as: as() });

test('an edition is scheduled against the preview, shown with it, moved and taken back', async () => {
  const { etag } = await next();
  const hour = soon();
  const made = await schedule({ at: hour }, etag);
  expect([made.status, made.body]).toMatchObject([200, { at: hour, state: 'waiting', number: 1, problems: [] }]);
  const seen = await next();
  expect(seen.body.scheduled).toEqual(made.body);
  expect(seen.etag).toBe(etag); // what would be published is the same
  expect((await schedule({ at: soon() }, '"another"')).status).toBe(412);
  expect((await call('DELETE', `${path()}/schedule`, { as: as() })).status).toBe(204);
  expect((await next()).body.scheduled).toBeNull();
});

test('a time that is past, too far, or none is refused, and so is what publishing would refuse', async () => {
  const refused: [object, number, string[]][] = [
    [{ at: '2020-01-01T00:00:00Z' }, 422, ['schedule-time']],
    [{ at: '9999-12-31T23:59:59Z' }, 422, ['schedule-time']],
    [{ at: 'tomorrow' }, 400, ['malformed']],
    [{ at: '2026-02-30T00:00:00Z' }, 400, ['malformed']],
    [{ at: '2026-12-01T08:00:00' }, 400, ['malformed']], // in which zone?
    [{}, 400, ['malformed']],
    [{ at: soon(), asLastApproved: ['none'] }, 422, ['approved-before']],
  ];
  for (const [body, status, rules] of refused) {
    const answer = await schedule(body);
    expect([body, answer.status, answer.rules]).toEqual([body, status, rules]);
  }
  expect((await next()).body.scheduled).toBeNull();
});

test('an edition that is out at its hour is read like any other, and one that failed says why', async () => {
  const hour = soon();
  await schedule({ at: hour });
  await publishDue(new Date(hour));
  expect((await next()).body.scheduled).toMatchObject({ state: 'published', number: 1 });
  expect((await call('GET', `${path()}/editions/1`)).status).toBe(200);
  const claim = await at.approved('300 people');
  await schedule({ at: hour, note: 'One more claim.', tier: 'update' });
  await at.edit(claim, { statement: 'Other words.' });
  await publishDue(new Date(hour));
  const { scheduled } = (await next()).body;
  expect(scheduled).toMatchObject({ state: 'failed', number: 2, note: 'One more claim.' });
  expect(scheduled?.problems).toMatchObject([{ rule: 'scheduled-claim', claimId: claim }]);
});
