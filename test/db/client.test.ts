import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, DatabaseClosed, openDatabase, unavailable } from '@/db/client';
import { ledger, line, note, readFromOutside, written } from './client/ledger';

let db: Database;
let file: string;
beforeEach(async () => {
  ({ db, file } = await ledger());
});
afterEach(() => db.close());

test('what was acknowledged is in the file', async () => {
  await db.write((tx) => note(tx, 'stet'));
  expect(readFromOutside(file)).toEqual(['stet']);
});

test('a write whose work throws leaves nothing behind, and the next one succeeds', async () => {
  const failing = db.write(async (tx) => {
    await note(tx, 'lost');
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  await db.write((tx) => note(tx, 'kept'));
  expect(await written(db)).toEqual(['kept']);
});

test('a broken constraint is reported and does not stop the writes after it', async () => {
  await db.write((tx) => tx.insert(line).values({ id: 1, words: 'first' }));
  await expect(db.write((tx) => tx.insert(line).values({ id: 1, words: 'again' }))).rejects.toThrow();
  await db.write((tx) => note(tx, 'second'));
  expect(readFromOutside(file)).toEqual(['first', 'second']);
});

test('writes are carried out in the order in which they were asked for', async () => {
  const words = Array.from({ length: 50 }, (_, n) => `${n}`);
  await Promise.all(
    words.map((each, n) =>
      db.write(async (tx) => {
        await pause(n % 3);
        await note(tx, each);
      }),
    ),
  );
  expect(await written(db)).toEqual(words);
});

test('eight writers that each read and then write lose no update', async () => {
  const count = () =>
    db.write(async (tx) => {
      const before = await tx.$count(line);
      await pause(1);
      await note(tx, `${before}`);
    });
  await Promise.all(Array.from({ length: 8 }, () => Promise.all(Array.from({ length: 10 }, count))));
  expect(await written(db)).toEqual(Array.from({ length: 80 }, (_, n) => `${n}`));
});

test('reads go on while a write is open, and do not see it before it is committed', async () => {
  let commit = () => {};
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let writing: Promise<void> | undefined;
  await new Promise<void>((opened) => {
    writing = db.write(async (tx) => {
      await note(tx, 'not yet');
      opened();
      await mayCommit;
    });
  });
  expect(await written(db)).toEqual([]);
  commit();
  await writing;
  expect(await written(db)).toEqual(['not yet']);
});

test('the plain handle inside an open transaction is refused, the transaction can still commit', async () => {
  await db.write(async (tx) => {
    const inside = /inside an open transaction/;
    await expect(written(db)).rejects.toHaveProperty('cause.message', expect.stringMatching(inside));
    await expect(db.write((other) => note(other, 'nested'))).rejects.toThrow(inside);
    await expect(db.client.execute('SELECT 1')).rejects.toThrow(inside);
    await expect(db.close()).rejects.toThrow(inside);
    await note(tx, 'outer');
  });
  expect(await written(db)).toEqual(['outer']);
});

test('a transaction cannot be used after its end', async () => {
  const kept = await db.write(async (tx) => tx);
  await expect(note(kept, 'late')).rejects.toThrow();
  expect(await written(db)).toEqual([]);
});

test('a savepoint inside a write is undone by itself', async () => {
  await db.write(async (tx) => {
    await note(tx, 'outer');
    await tx
      .transaction(async (inner) => {
        await note(inner, 'inner');
        inner.rollback();
      })
      .catch(() => undefined);
  });
  expect(await written(db)).toEqual(['outer']);
});

test('the reader cannot write, not even through raw SQL', async () => {
  const smuggling = db.read.all("INSERT INTO line (words) VALUES ('smuggled')");
  await expect(smuggling).rejects.toHaveProperty('cause.message', expect.stringMatching(/readonly/));
  expect(await written(db)).toEqual([]);
});

test('a batch of reads sees one state of the database', async () => {
  const count = () => db.read.select().from(line);
  const [before, after] = await db.read.batch([count(), count()]);
  expect(after).toEqual(before);
});

test('the libSQL client for other people’s code sees its own writes at once', async () => {
  const theirs = drizzle(db.client);
  const [inserted] = await theirs.insert(line).values({ words: 'session' }).returning();
  expect(await theirs.select().from(line)).toEqual([inserted]);
  await theirs.update(line).set({ words: 'renewed' });
  expect(await theirs.select().from(line)).toEqual([{ ...inserted, words: 'renewed' }]);
  await expect(theirs.transaction(async () => undefined)).rejects.toThrow(/write/);
});

test('closing finishes what was asked, refuses what comes later, and empties the log into the file', async () => {
  const asked = Array.from({ length: 5 }, (_, n) =>
    db.write(async (tx) => {
      await pause(5);
      await note(tx, `${n}`);
    }),
  );
  const closed = db.close();
  await expect(db.write((tx) => note(tx, 'late'))).rejects.toThrow(DatabaseClosed);
  expect(unavailable(await written(db).catch((error) => error))).toBeInstanceOf(DatabaseClosed);
  await Promise.all([closed, ...asked]);
  expect(readFromOutside(file)).toEqual(['0', '1', '2', '3', '4']);
});

/** How often a timer had its turn while the loop went on. */
async function turnsDuring(loop: () => Promise<void>): Promise<number> {
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 1);
  await loop();
  clearInterval(clock);
  return turns;
}

test('long loops of writes and reads let timers have their turn', async () => {
  const writes = await turnsDuring(() =>
    db.write(async (tx) => {
      for (let n = 0; n < 5_000; n += 1) await note(tx, `${n}`);
    }),
  );
  const reads = await turnsDuring(async () => {
    for (let n = 0; n < 2_000; n += 1) await db.read.select().from(line).limit(1);
  });
  expect(writes).toBeGreaterThan(5);
  expect(reads).toBeGreaterThan(3);
});

test('a database that no statement was sent to is not opened', async () => {
  const unused = openDatabase({ url: 'file:/nowhere/at/all.db' });
  await unused.close();
});
