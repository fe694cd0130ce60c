import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient, LibsqlError, type Transaction } from '@libsql/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { ledger, note, readFromOutside, written } from './ledger';

/** How many more of each shall fail, and how many clients were opened. */
const fault = vi.hoisted(() => ({ commit: 0, statement: 0, close: 0, opened: 0 }));

vi.mock('@libsql/client', async (importActual) => {
  const actual = await importActual<typeof import('@libsql/client')>();
  const lock = () => new LibsqlError('database is locked', 'SQLITE_BUSY');
  const takes = (kind: 'commit' | 'statement' | 'close') => fault[kind] > 0 && fault[kind]-- > 0;
  const faulty = (transaction: Transaction): Transaction => ({
    execute: async (statement) => {
      if (takes('statement')) throw lock();
      return transaction.execute(statement);
    },
    batch: (statements) => transaction.batch(statements),
    executeMultiple: async (sql) => {
      if (sql === 'COMMIT' && takes('commit')) throw lock();
      return transaction.executeMultiple(sql);
    },
    commit: () => transaction.commit(),
    rollback: () => transaction.rollback(),
    close: () => {
      transaction.close();
      if (takes('close')) throw new Error('cannot roll back: no transaction is active');
    },
    closed: false,
  });
  return {
    ...actual,
    createClient: (config: Parameters<typeof createClient>[0]): Client => {
      fault.opened += 1;
      const client = actual.createClient(config);
      const begin = client.transaction.bind(client);
      client.transaction = async (mode?: 'write' | 'read' | 'deferred') => faulty(await begin(mode ?? 'write'));
      return client;
    },
  };
});

let db: Database;
let file: string;
beforeEach(async () => {
  Object.assign(fault, { commit: 0, statement: 0, close: 0, opened: 0 });
  ({ db, file } = await ledger());
  fault.opened = 0;
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
  fault.close = 1;
  const failing = db.write(async (tx) => {
    await note(tx, 'undone');
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  await db.write((tx) => note(tx, 'kept'));
  expect(fault.opened).toBe(1);
  expect(readFromOutside(file)).toEqual(['kept']);
});

test('a first PRAGMA that meets a lock keeps nobody waiting for ever', async () => {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'stet-pragma-')), 'new.db')}`;
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
