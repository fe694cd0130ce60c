import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database, type Tx } from '@/db/client';
import { atCommandLine } from '@/db/people/identify';
import { makeToken } from '@/db/people/tokens';
import { activity, activityContents } from '@/db/schema';
import { verifyActivity } from '@/db/verify';
import { may, newPerson, openDesk, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  const own = may('read', (await newPerson('reviewer')).actor);
  for (let n = 0; n < 8; n += 1) value(await makeToken(own, `Token ${n}`));
});
afterAll(() => desk.close());

const verify = () => verifyActivity(may('administer', atCommandLine()));
const whole = 10;
let rows: (typeof activity.$inferSelect)[];
let contents: (typeof activityContents.$inferSelect)[];
beforeEach(async () => {
  rows ??= await database().read.select().from(activity);
  contents ??= await database().read.select().from(activityContents);
  await database().write(async (tx) => {
    await tx.delete(activityContents);
    await tx.delete(activity);
    await tx.insert(activity).values(rows);
    await tx.insert(activityContents).values(contents);
  });
});
const tamper = (how: (tx: Tx) => Promise<unknown>) => database().write(how);

test('a log that nobody touched verifies from the first row to the last', async () => {
  const verified = await verify();
  expect(verified).toEqual({ rows: whole, erased: 0, head: rows.at(-1)?.digest, broken: null });
});

test('content that was emptied by hand is found, since no erasure tells of it', async () => {
  await tamper((tx) => tx.delete(activityContents).where(eq(activityContents.seq, 4)));
  expect(await verify()).toMatchObject({ rows: 3, broken: { seq: 4, problem: expect.stringContaining('no erasure') } });
});

test('content that was changed is found', async () => {
  await tamper((tx) => tx.update(activityContents).set({ content: '{}' }).where(eq(activityContents.seq, 4)));
  expect(await verify()).toMatchObject({ rows: 3, broken: { seq: 4 } });
});

test('a row that was changed is found', async () => {
  await tamper((tx) => tx.update(activity).set({ at: '2000-01-01T00:00:00.000Z' }).where(eq(activity.seq, 6)));
  expect(await verify()).toMatchObject({ rows: 5, broken: { seq: 6 } });
});

test('a row that was taken out is found', async () => {
  await tamper(async (tx) => {
    await tx.delete(activityContents).where(eq(activityContents.seq, 5));
    await tx.delete(activity).where(eq(activity.seq, 5));
  });
  expect(await verify()).toMatchObject({ rows: 4, broken: { seq: 6, problem: 'Row 5 is missing.' } });
});

test('rows that changed places are found', async () => {
  await tamper((tx) => tx.run(sql`UPDATE activity SET digest = 'x' || substr(digest, 2) WHERE 0`));
  await tamper(async (tx) => {
    const [a, b] = [rows[6], rows[7]];
    if (!a || !b) throw new Error('The log is too short for this test');
    await tx.delete(activityContents).where(eq(activityContents.seq, a.seq));
    await tx.delete(activityContents).where(eq(activityContents.seq, b.seq));
    await tx.delete(activity).where(eq(activity.seq, a.seq));
    await tx.delete(activity).where(eq(activity.seq, b.seq));
    await tx.insert(activity).values([
      { ...a, seq: b.seq },
      { ...b, seq: a.seq },
    ]);
  });
  expect(await verify()).toMatchObject({ rows: 6, broken: { seq: 7 } });
});
