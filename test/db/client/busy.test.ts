import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, DatabaseBusy, unavailable } from '@/db/client';
import { locksMet, persist } from '@/db/client/busy';
import { trials } from '@/test/trials';
import { ledger, line, note, readFromOutside } from './ledger';

let locks = 0;
const count = () => {
  locks += 1;
};
beforeEach(() => {
  locks = 0;
  locksMet.subscribe(count);
});
afterEach(() => void locksMet.unsubscribe(count));

/**
 * Eight writers, every other one through the libSQL client, go on until so many locks were met. Returns what was
 * acknowledged to them, in order.
 */
async function writeUntil(db: Database, enough: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const theirs = drizzle(db.client);
  const writer = async (name: number) => {
    for (let n = 0; locks < enough; n += 1) {
      const words = `${name}/${n}`;
      await (name % 2 ? db.write((tx) => note(tx, words)) : theirs.insert(line).values({ words }));
      acknowledged.push(words);
      await db.read.select().from(line).limit(1);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
  return acknowledged;
}

/** The words of those writers that ask in one way: even names through `write`, odd ones through the libSQL client. */
const asked = (way: number, words: string[]) => words.filter((each) => Number.parseInt(each, 10) % 2 === way);

const rivalFor = async (file: string) => {
  const rival = spawn(process.execPath, ['test/db/client/rival.mjs', `file:${file}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(rival.stdout, 'data');
  return rival;
};

/** How often this process has the file or its log open, where the system tells. */
function openDescriptors(file: string): number {
  const folder = '/proc/self/fd';
  if (!existsSync(folder)) return 0;
  const target = (name: string) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      return ''; // closed meanwhile
    }
  };
  return readdirSync(folder).filter((name) => target(name).startsWith(file)).length;
}

test('every acknowledged write is in the file after another process has locked it again and again', async () => {
  const { db, file } = await ledger();
  const rival = await rivalFor(file);
  const acknowledged = await writeUntil(db, trials(1000));
  const descriptors = openDescriptors(file);
  rival.stdin.end();
  await once(rival, 'exit');
  await db.close();

  expect(descriptors).toBeLessThan(20);
  expect(locks).toBeGreaterThanOrEqual(trials(1000));
  const ours = readFromOutside(file).filter((words) => !words.startsWith('rival'));
  // those of one commit are acknowledged together, so the order holds within each way of asking
  for (const way of [0, 1]) expect(asked(way, ours)).toEqual(asked(way, acknowledged));
  console.log(
    `${acknowledged.length} of ${acknowledged.length} acknowledged writes kept, ${locks} locks met, ${descriptors} descriptors open`,
  );
}, 600_000);

const locked = () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

test('a lock that lasts is reported as a busy database, with the time after which to ask again', async () => {
  let tries = 0;
  const asked = persist(async () => {
    tries += 1;
    throw new Error('Failed query', { cause: locked() });
  }, performance.now() + 100);
  const failure = await asked.catch((error) => error);
  expect(failure).toBeInstanceOf(DatabaseBusy);
  expect(unavailable(new Error('Failed query', { cause: failure }))?.retryAfter).toBeGreaterThan(0);
  expect(tries).toBeGreaterThan(2);
});

test('whoever waited too long in the queue still gets one try', async () => {
  expect(await persist(async () => 'done', performance.now() - 1)).toBe('done');
});

test('any other failure is reported at once', async () => {
  let tries = 0;
  const asked = persist(async () => {
    tries += 1;
    throw new Error('no such table');
  }, performance.now() + 1000);
  await expect(asked).rejects.toThrow('no such table');
  expect(tries).toBe(1);
});
