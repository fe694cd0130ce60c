import { sql } from 'drizzle-orm';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Delivering, startDelivering } from '@/bin/server/delivering';
import { database } from '@/db/client';
import { withdraw } from '@/db/editions/withdraw';
import { addWebhook, listDeliveries, readWebhook, removeWebhook } from '@/db/webhooks/hooks';
import type { WebhookWithSecret } from '@/domain/contract/webhooks';
import { webhookKinds } from '@/domain/webhook';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { openReceiver, type Receiver } from './receiver';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let at: Checking;
let receiver: Receiver;
let delivering: Delivering[] = [];
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
  at = await checking();
  receiver = await openReceiver();
});
afterAll(async () => {
  await receiver.close();
  await desk.close();
});
afterEach(async () => {
  await Promise.all(delivering.splice(0).map((each) => each.stop()));
  receiver.forget();
  await database().write((tx) => tx.run(sql`delete from webhooks`));
});

const start = (many = 1) => {
  const way = { allow: [receiver.place], origin: 'https://desk.example', patience: 150 };
  delivering = Array.from({ length: many }, () => startDelivering(way, 20));
};
const hook = (kinds = [...webhookKinds]): Promise<WebhookWithSecret> =>
  addWebhook(may('administer', admin.actor), { url: receiver.address(), kinds }).then(value);
/** Lets the time pass after which a hook is tried again. */
const timePasses = () => database().write((tx) => tx.run(sql`update webhooks set due_at = null`));
const patience = { timeout: 20_000 };
const types = () => receiver.accepted().map(({ type }) => type);

test('a receiver is told of what happens, signed as Standard Webhooks says, with ids and addresses and no verdict', async () => {
  const { secret } = await hook();
  start();
  await at.approved('41,200 containers', { statement: 'The port handled 41,200 containers.' });
  value(await at.publish());
  await expect.poll(types, patience).toEqual(['claim.submitted', 'claim.decided', 'edition.published']);
  for (const { body, headers } of receiver.arrived)
    expect(() => new Verifier(secret).verify(body, headers)).not.toThrow();
  const [submitted, decided, published] = receiver.accepted();
  expect(submitted?.data).toMatchObject({ claim: { statement: 'The port handled 41,200 containers.' } });
  expect(decided?.data).toMatchObject({ outcome: 'approved' });
  expect(published?.data).toMatchObject({
    edition: { number: 1, url: `https://desk.example/a/${at.article.slug}/1`, tier: null },
  });
  expect(receiver.arrived.map(({ body }) => body).join()).not.toMatch(/verdict|rationale|@/);
});

test('a later edition and a withdrawal are corrections, a new text is a change', async () => {
  await hook(['edition.corrected', 'article.changed']);
  start();
  value(await at.publish({ note: 'A word was wrong.', tier: 'correction' }));
  await at.revise(`${at.text}\nMore.`);
  value(await withdraw(may('publish', at.editor.actor), at.article.id, { edition: 1, reason: 'A court says so.' }));
  await expect.poll(types, patience).toEqual(['edition.corrected', 'article.changed', 'edition.corrected']);
  expect(receiver.accepted()[2]?.data).toMatchObject({ withdrawal: { edition: 1, reason: 'A court says so.' } });
});

test('a receiver that is down, slow, failing or breaking off is told all of it once it is back, in order and nothing twice', async () => {
  const made = await hook(['claim.submitted', 'claim.decided']);
  const quotes = [
    'Ines Calder called',
    'Nobody disputed',
    'A second terminal',
    'The union expects',
    'the port authority said',
  ];
  const moods = ['down', '500', 'slow', 'breaks off', 'redirects'] as const;
  start(2);
  for (const [index, quote] of quotes.entries()) {
    receiver.mood = moods[index]!;
    await at.approved(quote, { statement: quote });
    await expect.poll(async () => (await standing(made.id)).failures, patience).toBeGreaterThan(index);
    await timePasses();
  }
  receiver.mood = 'well';
  const expected = quotes.flatMap((quote) => [`claim.submitted ${quote}`, `claim.decided ${quote}`]);
  await expect
    .poll(async () => {
      await timePasses();
      return receiver
        .accepted()
        .map(({ type, data }) => `${type} ${(data as { claim: { statement: string } }).claim.statement}`);
    }, patience)
    .toEqual(expected);
  const attempts = async () => value(await listDeliveries(may('administer', admin.actor), made.id, { limit: 100 }));
  await expect.poll(async () => (await attempts()).filter(({ problem }) => problem === null).length, patience).toBe(10);
  expect(await standing(made.id)).toMatchObject({ failures: 0, problem: null, dueAt: null });
  const log = await attempts();
  expect(log.some(({ status }) => status === 500)).toBe(true);
  expect(new Set(log.map(({ message }) => message)).size).toBe(10);
});

test('a paused receiver is told later what happened meanwhile, a removed one nothing', async () => {
  const { id } = await hook(['article.changed']);
  await database().write((tx) => tx.run(sql`update webhooks set paused = 1`));
  start();
  await at.revise(`${at.text}\nEven more.`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(receiver.arrived).toEqual([]);
  await database().write((tx) => tx.run(sql`update webhooks set paused = 0`));
  await expect.poll(types, patience).toEqual(['article.changed']);
  value(await removeWebhook(may('administer', admin.actor), id));
  await at.revise(`${at.text}\nAnd still more.`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(types()).toEqual(['article.changed']);
});

const standing = async (id: string) => value(await readWebhook(may('administer', admin.actor), id));
