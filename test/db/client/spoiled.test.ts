import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { newFolder } from '@/test/scratch';
import { ledger, line, note, readFromOutside, written } from './ledger';

/** How many more of each shall fail, and how many connections were opened and commits made. */
const fault = vi.hoisted(() => ({ commit: 0, statement: 0, rollback: 0, opened: 0, committed: 0 }));

vi.mock('libsql', async (importActual) => {
  const { default: Database } = await importActual<{ default: typeof import('libsql') }>();
  const takes = (kind: 'commit' | 'statement' | 'rollback') => fault[kind] > 0 && fault[kind]-- > 0;
  const lock = () => new Database.SqliteError('database is locked', 'SQLITE_BUSY', 5);

  class Faulty extends Database {
    constructor(...given: ConstructorParameters<typeof Database>) {
      super(...given);
      fault.opened += 1;
    }

    override exec(sql: string) {
      if (sql === 'COMMIT' && takes('commit')) throw lock();
      if (sql.startsWith('ROLLBACK') && takes('rollback')) {
        if (sql === 'ROLLBACK') super.exec(sql);
        throw new Error('cannot roll back');
      }
      if (sql === 'COMMIT') fault.committed += 1;
      return super.exec(sql);
    }

    override prepare(sql: string) {
      const statement = super.prepare(sql);
      const run = statement.run.bind(statement);
      statement.run = (...values: unknown[]) => {
        if (takes('statement')) throw lock();
        return run(...values);
      };
      return statement as never;
    }
  }
  return { default: Faulty };
});

let db: Database;
let file: string;
beforeEach(async () => {
  Object.assign(fault, { commit: 0, statement: 0, rollback: 0 });
  ({ db, file } = await ledger());
  Object.assign(fault, { opened: 0, committed: 0 });
});
afterEach(() => db.close());

test('a COMMIT that meets a lock is repeated with its work on a new connection', async () => {
  fault.commit = 3;
  let runs = 0;
  await db.write(async (tx) => {
    runs += 1;
    await note(tx, 'once');
  });
  expect({ runs, opened: fault.opened }).toEqual({ runs: 4, opened: 3 });
  expect(readFromOutside(file)).toEqual(['once']);
});

test('work that swallows a lock is not committed but run again', async () => {
  fault.statement = 1;
  await db.write(async (tx) => {
    await note(tx, 'swallowed').catch(() => undefined);
    await note(tx, 'second');
  });
  expect(fault.opened).toBe(1);
  expect(readFromOutside(file)).toEqual(['swallowed', 'second']);
});

test('a failed rollback costs the connection and nothing else', async () => {
  fault.rollback = 2; // to the savepoint, and then of the whole
  const failing = db.write(async (tx) => {
    await note(tx, 'undone');
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  await db.write((tx) => note(tx, 'kept'));
  expect(fault.opened).toBe(1);
  expect(readFromOutside(file)).toEqual(['kept']);
});

/** Asks for a write of each of these words at once; the work of one that begins with `!` throws. */
const writeAll = (words: string[]) =>
  Promise.allSettled(
    words.map((each) =>
      db.write(async (tx) => {
        await note(tx, each);
        if (each.startsWith('!')) throw new Error(`no ${each}`);
        return each;
      }),
    ),
  );
const told = (outcomes: PromiseSettledResult<string>[]) =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason.message)));

test('writes that wait together share one commit', async () => {
  const words = Array.from({ length: 20 }, (_, n) => `${n}`);
  expect(told(await writeAll(words))).toEqual(words);
  expect(fault.committed).toBeLessThan(words.length);
  expect(readFromOutside(file)).toEqual(words);
});

test('a shared COMMIT that meets a lock is repeated with all its writes, and nothing is written twice', async () => {
  fault.commit = 2;
  expect(told(await writeAll(['a', '!b', 'c']))).toEqual(['a', 'no !b', 'c']);
  expect(fault).toMatchObject({ committed: 1, opened: 2 });
  expect(readFromOutside(file)).toEqual(['a', 'c']);
});

test('a lock that one write met undoes the others with it, and all are run again', async () => {
  fault.statement = 1;
  expect(told(await writeAll(['a', 'b', '!c', 'd']))).toEqual(['a', 'b', 'no !c', 'd']);
  expect(readFromOutside(file)).toEqual(['a', 'b', 'd']);
});

test('a savepoint that cannot be undone fails nobody but its own write', async () => {
  fault.rollback = 1;
  expect(told(await writeAll(['a', '!b', 'c']))).toEqual(['a', 'no !b', 'c']);
  expect(readFromOutside(file)).toEqual(['a', 'c']);
});

test('not even a refusal is told before what it rests on is committed', async () => {
  fault.commit = 1;
  const heard: string[] = [];
  const first = db.write((tx) => note(tx, 'first'));
  const second = db.write(async (tx) => {
    const seen = await tx.$count(line);
    heard.push(`run, seeing ${seen}, after ${fault.committed} commits`);
    throw new Error('refused');
  });
  await second.catch(() => heard.push(`told after ${fault.committed} commits`));
  await first;
  expect(heard).toEqual(['run, seeing 1, after 0 commits', 'run, seeing 1, after 0 commits', 'told after 1 commits']);
});

test('a first PRAGMA that meets a lock keeps nobody waiting for ever', async () => {
  const url = `file:${join(newFolder(), 'new.db')}`;
  const other = createClient({ url });
  await other.execute('CREATE TABLE line (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT');
  const holding = await other.transaction('deferred');
  await holding.executeMultiple('COMMIT; BEGIN EXCLUSIVE');
  fault.opened = 0;

  const desk = openDatabase({ url });
  const asked = ['a', 'b', 'c'].map((words) => desk.write((tx) => note(tx, words)));
  const read = written(desk);
  await pause(300);
  await holding.commit();
  holding.close();

  await Promise.all(asked);
  expect(fault.opened).toBeGreaterThan(2);
  expect(await read).toBeInstanceOf(Array);
  expect(await written(desk)).toEqual(['a', 'b', 'c']);
  await desk.close();
  other.close();
});
