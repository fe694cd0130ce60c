import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Client, createClient, type Transaction } from '@libsql/client';
import { databaseFile } from '@/domain/config';
import { breathe } from './breath';
import { isPassing, PATIENCE, persist } from './busy';
import { Connection } from './connection';
import type { Store } from './store';
import { Turnstile } from './turnstile';

/** Milliseconds for which SQLite itself waits for a lock. It waits synchronously: the event loop stands still. */
const BUSY_TIMEOUT = 50;

/**
 * A database file: one connection that writes, one write at a time, first come first served; and one that only
 * reads, which under WAL waits for no write. The README of `db/` says why it is not libSQL's own pool.
 */
export function openFile(url: string): Store {
  const writing = new Connection(() => connect(url, WRITER));
  const reading = new Connection(() => connect(url, READER));
  const writes = new Turnstile(1);
  const reads = new Turnstile(1);

  const store: Store = {
    read: (job) => inTurn(reads, () => using(reading, job)),
    write: (job) => inTurn(writes, () => transact(writing, job)),
    batch: (statements) => store.write((transaction) => transaction.batch(statements)),
    migrate: (statements) => inTurn(writes, () => using(writing, (client) => client.migrate(statements))),
    async close() {
      await reads.shut();
      reading.discard();
      await writes.shut();
      await emptyLog(writing);
      writing.discard();
    },
  };
  return store;
}

const WRITER = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON';
const READER = 'PRAGMA query_only = ON';

/** Opens the file, making it and its folder where they are missing. */
async function connect(url: string, pragmas: string): Promise<Client> {
  mkdirSync(dirname(databaseFile(url) ?? ''), { recursive: true });
  const client = createClient({ url, concurrency: 1, timeout: BUSY_TIMEOUT });
  try {
    await client.executeMultiple(pragmas);
    return client;
  } catch (error) {
    client.close();
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

async function using<T>(connection: Connection, job: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await job(await connection.client());
  } catch (error) {
    if (isPassing(error)) connection.discard();
    throw error;
  }
}

async function transact<T>(connection: Connection, job: (transaction: Transaction) => Promise<T>): Promise<T> {
  const transaction = await begin(await connection.client());
  try {
    const value = await job(transaction);
    await transaction.executeMultiple('COMMIT');
    return value;
  } catch (error) {
    undo(transaction, connection);
    if (isPassing(error)) connection.discard();
    throw error;
  } finally {
    transaction.close();
  }
}

/**
 * Rolls back, always before a connection is thrown away: libSQL keeps a closed connection, and its lock, until the
 * last of its statements is collected as garbage.
 */
function undo(transaction: Transaction, connection: Connection): void {
  try {
    transaction.close();
  } catch {
    connection.discard();
  }
}

/**
 * Takes the write lock. `transaction('write')` would leave its BEGIN unfinished when the lock is taken, which is what
 * spoils a connection; `executeMultiple` finishes every statement, so that the same connection can try again.
 */
async function begin(client: Client): Promise<Transaction> {
  const transaction = await client.transaction('deferred');
  try {
    await transaction.executeMultiple('COMMIT; BEGIN IMMEDIATE');
    return transaction;
  } catch (error) {
    transaction.close();
    throw error;
  }
}

/** Moves the write-ahead log into the file, so that the file alone is the database. Another process may prevent it. */
async function emptyLog(connection: Connection): Promise<void> {
  if (!connection.opened) return;
  try {
    await (await connection.client()).execute('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
}
