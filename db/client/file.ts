import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InStatement, ResultSet } from '@libsql/client';
import { databaseFile } from '@/domain/config';
import { breathe } from './breath';
import { isPassing, PATIENCE, persist } from './busy';
import { Connection } from './connection';
import { Group } from './group';
import { Sqlite } from './sqlite';
import type { Store } from './store';
import { sweepFile } from './sweep';
import { Turnstile } from './turnstile';

/** Milliseconds for which SQLite itself waits for a lock. It waits synchronously: the event loop stands still. */
const BUSY_TIMEOUT = 50;

/**
 * A database file: one connection that writes, first come first served, those that wait together; and one that only
 * reads, which under WAL waits for no write.
 */
export function openFile(url: string): Store {
  const writing = new Connection(() => connect(url, WRITER));
  const reading = new Connection(() => connect(url, READER));
  const writes = new Turnstile(1);
  const reads = new Turnstile(1);
  const group = new Group(writes, (job) => transact(writing, job));

  return {
    read: (job) => inTurn(reads, () => using(reading, job)),
    write: (job) => group.write(job),
    batch: (statements) => group.write((transaction) => transaction.batch(statements)),
    migrate: (statements) => inTurn(writes, () => migrate(writing, statements)),
    sweep: () => writes.pass(() => sweepFile(databaseFile(url) ?? '', BUSY_TIMEOUT)),
    async close() {
      await reads.shut();
      reading.discard();
      await writes.shut();
      emptyLog(writing);
      writing.discard();
    },
  };
}

const WRITER = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON';
const READER = 'PRAGMA query_only = ON';

/** Opens the file, making it and its folder where they are missing. */
function connect(url: string, pragmas: string): Sqlite {
  const file = databaseFile(url) ?? '';
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Sqlite(file, BUSY_TIMEOUT);
  try {
    sqlite.exec(pragmas);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Patience counts from when the job was asked for, so that a long queue behind a lock fails together. */
function inTurn<T>(turnstile: Turnstile, attempt: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
  return turnstile.pass(async () => {
    await breathe();
    return persist(attempt, until);
  });
}

async function using<T>(connection: Connection, job: (sqlite: Sqlite) => Promise<T>): Promise<T> {
  try {
    return await job(connection.sqlite);
  } catch (error) {
    if (isPassing(error)) connection.discard();
    throw error;
  }
}

async function transact<T>(connection: Connection, job: (sqlite: Sqlite) => Promise<T>): Promise<T> {
  const { sqlite } = connection;
  sqlite.exec('BEGIN IMMEDIATE'); // when it meets a lock nothing is spoiled
  try {
    const value = await job(sqlite);
    sqlite.exec('COMMIT');
    return value;
  } catch (error) {
    undo(connection);
    if (isPassing(error)) connection.discard();
    throw error;
  }
}

/**
 * Rolls back, always before a connection is thrown away: libSQL keeps a closed connection, and its lock, until the
 * last of its statements is collected as garbage.
 */
function undo(connection: Connection): void {
  try {
    connection.sqlite.rollback();
  } catch {
    connection.discard();
  }
}

/** The connection goes, and with it what was prepared for the tables as they were. */
async function migrate(connection: Connection, statements: InStatement[]): Promise<ResultSet[]> {
  try {
    connection.sqlite.exec('PRAGMA foreign_keys = OFF');
    return await transact(connection, (sqlite) => sqlite.batch(statements));
  } finally {
    connection.discard();
  }
}

/** Moves the write-ahead log into the file, so that the file alone is the database. Another process may prevent it. */
function emptyLog(connection: Connection): void {
  if (!connection.opened) return;
  try {
    connection.sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
}
