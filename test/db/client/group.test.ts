import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase, type Tx } from '@/db/client';
import { trials } from '@/test/trials';
import { ledger, line, note, readFromOutside, written } from './ledger';

let db: Database;
let file: string;
beforeEach(async () => {
  ({ db, file } = await ledger());
});
afterEach(() => db.close());

/** Whether each of these writes, all asked for at once, was done. */
const done = async (works: ((tx: Tx) => Promise<unknown>)[]) =>
  (await Promise.allSettled(works.map((work) => db.write(work)))).map(({ status }) => status === 'fulfilled');

test('of writes that wait together, those that throw leave nothing behind, and the others all they wrote', async () => {
  const write = fc.record({ lines: fc.nat(3), pause: fc.nat(2), nested: fc.boolean(), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(write, { maxLength: 40 }), async (writes) => {
      await db.write((tx) => tx.delete(line));
      const works = writes.map(({ lines, pause: ms, nested, fails }, n) => async (tx: Tx) => {
        for (let m = 0; m < lines; m += 1) await note(tx, `${n}.${m}`);
        if (ms > 0) await pause(ms);
        if (nested) await tx.transaction((inner) => note(inner, `${n}.nested`));
        if (fails) throw new Error('the work failed');
      });
      expect(await done(works)).toEqual(writes.map(({ fails }) => !fails));
      const kept = writes.flatMap(({ lines, nested, fails }, n) => {
        const words = Array.from({ length: lines }, (_, m) => `${n}.${m}`);
        return fails ? [] : [...words, ...(nested ? [`${n}.nested`] : [])];
      });
      expect(await written(db)).toEqual(kept);
    }),
    { numRuns: trials(200) },
  );
});

test('a write sees what those before it have written, and nothing of one that was undone', async () => {
  const seen: string[][] = [];
  const look = async (tx: Tx) => {
    seen.push((await tx.select().from(line)).map(({ words }) => words));
  };
  const undone = async (tx: Tx) => {
    await note(tx, 'undone');
    throw new Error('the work failed');
  };
  expect(await done([(tx) => note(tx, 'first'), look, undone, look])).toEqual([true, true, false, true]);
  expect(seen).toEqual([['first'], ['first']]);
});

test('a rule that only the commit checks fails the write that broke it, and no other', async () => {
  await db.client.executeMultiple(
    'CREATE TABLE reply (line INTEGER NOT NULL REFERENCES line DEFERRABLE INITIALLY DEFERRED) STRICT',
  );
  const works = ['a', 'b', 'c', 'd'].map((words) => async (tx: Tx) => {
    await note(tx, words);
    if (words === 'b') await tx.run('INSERT INTO reply (line) VALUES (999)');
  });
  expect(await done(works)).toEqual([true, false, true, true]);
  expect(readFromOutside(file)).toEqual(['a', 'c', 'd']);
});

test('a full disk fails the write that is too large, and no other', async () => {
  await db.client.executeMultiple('PRAGMA max_page_count = 20');
  const works = ['a', 'x'.repeat(500_000), 'c'].map((words) => (tx: Tx) => note(tx, words));
  expect(await done(works)).toEqual([true, false, true]);
  expect(readFromOutside(file)).toEqual(['a', 'c']);
});

test('a transaction that is used after its end writes nothing into the next one of its commit', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const careless = async (tx: Tx) => {
    late = pause(5).then(() => note(tx, 'late'));
    late.catch(() => undefined);
  };
  const slow = async (tx: Tx) => {
    await pause(20);
    await note(tx, 'slow');
  };
  expect(await done([careless, slow])).toEqual([true, true]);
  await expect(late).rejects.toHaveProperty('cause.message', expect.stringMatching(/has ended/));
  expect(await written(db)).toEqual(['slow']);
});

test('each work runs in the context in which it was asked for', async () => {
  const asking = new AsyncLocalStorage<string>();
  const names = ['Ada', 'Ben', 'Cem'];
  const seen = await Promise.all(names.map((name) => asking.run(name, () => db.write(async () => asking.getStore()))));
  expect(seen).toEqual(names);
});

test('a failure to open the file is reported to all who wait', async () => {
  const unreachable = openDatabase({ url: 'file:/dev/null/desk.db' });
  const asked = ['a', 'b', 'c'].map((words) => unreachable.write((tx) => note(tx, words)));
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await unreachable.close();
});
