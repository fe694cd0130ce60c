import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClaim } from '@/db/claims/create';
import { listClaims } from '@/db/claims/read';
import { database } from '@/db/client';
import { activity, idempotencyKeys } from '@/db/schema';
import { vouchFor } from '@/domain/permission';
import { article, selection } from '../checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
});
afterAll(() => desk.close());

const under = (key: string, digest = 'body') =>
  vouchFor(reviewer.id, 'reviewer', { route: 'POST /claims', key, digest });

it('answers a repeated request the same, and stores nothing twice', async () => {
  const ferry = await article(reviewer.actor);
  const make = () =>
    createClaim(may('annotate', under('once')), ferry.id, { anchor: selection(ferry.text, 'The ferry') });
  const [first, second] = [value(await make()), value(await make())];
  expect(second).toEqual(first);
  expect(value(await listClaims(may('read', reviewer.actor), ferry.id))).toHaveLength(1);
});

it('refuses a different request under the same key', async () => {
  const ferry = await article(reviewer.actor);
  const make = (digest: string) =>
    createClaim(may('annotate', under('twice', digest)), ferry.id, { anchor: selection(ferry.text, 'The ferry') });
  value(await make('one body'));
  expect(rules(await make('another body'))).toEqual(['key-reused']);
});

it('keeps a key for 30 days and no longer', async () => {
  const ferry = await article(reviewer.actor);
  const make = () =>
    createClaim(may('annotate', under('old')), ferry.id, { anchor: selection(ferry.text, 'The ferry') });
  const first = value(await make());
  const longAgo = new Date(Date.now() - 31 * 86_400_000).toISOString();
  await database().write((tx) => tx.update(idempotencyKeys).set({ createdAt: longAgo }));
  expect(value(await make()).id).not.toBe(first.id);
});

it('stores nothing at all of a write that is refused', async () => {
  const ferry = await article(reviewer.actor);
  const before = await database().read.select().from(activity);
  const anchor = { ...selection(ferry.text, 'The ferry'), exact: 'The fairy' };
  expect(rules(await createClaim(may('annotate', under('no')), ferry.id, { anchor }))).toEqual(['quote-mismatch']);
  expect(await database().read.select().from(activity)).toHaveLength(before.length);
});
