import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { migrate, migrationsAreCurrent } from '@/db/migrate';
import { newFolder } from '@/test/scratch';
import { line, note, written } from './ledger';
import { standIn } from './stand-in';

let server: Awaited<ReturnType<typeof standIn>>;
let url: string;
let authToken: string | undefined;
let db: Database;

beforeAll(async () => {
  server = await standIn(join(newFolder(), 'server.db'));
});
afterAll(() => server.close());

async function openLedger(address: string, token?: string): Promise<void> {
  [url, authToken] = [address, token];
  db = openDatabase({ url, authToken });
  await db.write(async (tx) => {
    await tx.run(sql`DROP TABLE IF EXISTS line`);
    await tx.run(sql`CREATE TABLE line (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT`);
  });
}

function anyServer(): void {
  afterEach(() => db.close());

  test('what was written is read, and what throws is not written', async () => {
    await db.write((tx) => note(tx, 'kept'));
    const failing = db.write(async (tx) => {
      await note(tx, 'lost');
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await written(db)).toEqual(['kept']);
  });

  test('eight writers that each read and then write lose no update', async () => {
    const count = () => db.write(async (tx) => note(tx, `${await tx.$count(line)}`));
    await Promise.all(Array.from({ length: 8 }, () => Promise.all(Array.from({ length: 5 }, count))));
    expect(await written(db)).toEqual(Array.from({ length: 40 }, (_, n) => `${n}`));
  });

  test('a batch of reads and the libSQL client for other people’s code work as on a file', async () => {
    const theirs = drizzle(db.client);
    const [inserted] = await theirs.insert(line).values({ words: 'session' }).returning();
    const both = await db.read.batch([db.read.select().from(line), theirs.select().from(line)]);
    expect(both).toEqual([[inserted], [inserted]]);
  });

  test('foreign keys are enforced', async () => {
    const [enforced] = await db.read.all<{ foreign_keys: number }>(sql`SELECT foreign_keys FROM pragma_foreign_keys`);
    expect(enforced).toEqual({ foreign_keys: 1 });
  });

  test('two processes that migrate at once both succeed', async () => {
    const env = { ...process.env, DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken, STET_SECRET: 's'.repeat(32) };
    const run = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/db/client/migrating.ts'], { env });
    await Promise.all([run(), run()]);
    expect(await migrationsAreCurrent(db)).toBe(true);
    await migrate(db);
  });
}

describe('on a stand-in for a libSQL server', () => {
  beforeEach(() => openLedger(server.url));
  anyServer();

  test('a transaction whose stream expired is run again', async () => {
    server.faults.expire = 1;
    let runs = 0;
    await db.write(async (tx) => {
      runs += 1;
      await note(tx, 'first');
      await note(tx, 'second');
    });
    expect(runs).toBe(2);
    expect(await written(db)).toEqual(['first', 'second']);
  });

  test('a COMMIT that was never answered is reported and not repeated', async () => {
    server.faults.hangUpAfterCommit = 1;
    await expect(db.write((tx) => note(tx, 'perhaps'))).rejects.toThrow();
    expect(await written(db)).toEqual(['perhaps']);
  });

  test('no more than eight write transactions are under way at once', async () => {
    let underWay = 0;
    let most = 0;
    const slow = () =>
      db.write(async (tx) => {
        underWay += 1;
        most = Math.max(most, underWay);
        try {
          await tx.$count(line);
          await note(tx, 'slow');
        } finally {
          underWay -= 1;
        }
      });
    await Promise.all(Array.from({ length: 30 }, slow));
    expect(await written(db)).toHaveLength(30);
    expect(most).toBe(8);
  });
});

const real = process.env.TEST_LIBSQL_URL;
if (real) {
  describe('on the libSQL server that TEST_LIBSQL_URL names', () => {
    beforeEach(() => openLedger(real, process.env.TEST_LIBSQL_TOKEN));
    anyServer();
  });
} else {
  console.log('TEST_LIBSQL_URL names no libSQL server, so the remote tests ran against a stand-in alone.');
}
