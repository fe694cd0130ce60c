import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Publishing, startPublishing } from '@/bin/server/publishing';
import { database } from '@/db/client';
import { scheduleOf } from '@/db/schedules/rows';
import { scheduleEdition } from '@/db/schedules/schedule';
import { editions, schedules } from '@/db/schema';
import { type Checking, checking } from '@/test/builders/checked';
import { may, openDesk, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let servers: Publishing[] = [];
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => Promise.all(servers.splice(0).map((each) => each.stop())));
afterAll(() => desk.close());

/** The machine may be busy with other things. */
const patience = { timeout: 20_000 };

/** An article whose edition was to come out a while ago. */
async function overdue(minutes: number): Promise<Checking> {
  const at = await checking();
  await at.approved('41,200 containers');
  const soon = new Date(Date.now() + 60_000).toISOString();
  value(await scheduleEdition(may('publish', at.editor.actor), at.article.id, { at: soon }, null));
  const past = new Date(Date.now() - minutes * 60_000).toISOString();
  await database().write((tx) => tx.update(schedules).set({ at: past }).where(eq(schedules.articleId, at.article.id)));
  return at;
}
const numbersOf = async ({ article }: Checking) =>
  (await database().read.select().from(editions).where(eq(editions.articleId, article.id))).map(({ number }) => number);
const stateOf = async ({ article }: Checking) => (await scheduleOf(database().read, article.id))?.state;

test('servers that come up publish what was due meanwhile, each edition once', async () => {
  const waiting = [await overdue(90), await overdue(10), await overdue(0)];
  servers = Array.from({ length: 3 }, () => startPublishing(20));
  for (const at of waiting) await expect.poll(() => stateOf(at), patience).toBe('published');
  for (const at of waiting) expect(await numbersOf(at)).toEqual([1]);
});

test('a server that ends publishes nothing more', async () => {
  servers = [startPublishing(20)];
  await Promise.all(servers.splice(0).map((each) => each.stop()));
  const at = await overdue(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await stateOf(at)).toBe('waiting');
  expect(await numbersOf(at)).toEqual([]);
  servers = [startPublishing(20)];
  await expect.poll(() => stateOf(at), patience).toBe('published');
});
