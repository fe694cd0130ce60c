import { channel } from 'node:diagnostics_channel';
import type { Client } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { databaseFile, readConfig } from '@/domain/config';
import { openFile } from './client/file';
import { guarded } from './client/guard';
import { openRemote } from './client/remote';
import { clientWithin, plainClient, readingClient } from './client/shapes';
import type { Location } from './client/store';

export { DatabaseBusy, DatabaseClosed, unavailable } from './client/busy';

/** An open write transaction. */
export type Tx = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

/** What only reads: a {@link Database}'s `read`, or an open transaction. */
export type Reads = Pick<Tx, 'select' | 'selectDistinct' | 'with' | '$with' | '$count' | 'all' | 'get' | 'values'>;

export type Database = {
  /** Reads what is committed, without waiting for writes. `batch` reads one state of the database throughout. */
  readonly read: Reads & Pick<LibSQLDatabase, 'batch'>;
  /**
   * Runs `work` in a transaction that holds the write lock from its start, commits, and resolves when the change is
   * on disk; if `work` throws, nothing of it is kept. `work` may be run again when a lock got in its way, so it may
   * change nothing outside the transaction. Throws {@link DatabaseBusy} after ten seconds of locks.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Takes what was deleted out of the file's free pages, the write-ahead log and the search index, so that no byte of it
   * is left. Reads go on meanwhile, writes wait: half a second for 33 MB. Throws {@link DatabaseBusy} like `write`.
   */
  sweep(): Promise<void>;
  /** The same database for code that expects a libSQL client. It offers no transactions. */
  readonly client: Client;
  /** Finishes what was asked before, refuses what comes after, and empties the write-ahead log into the file. */
  close(): Promise<void>;
};

/** Tells, within this process, that something was written and is on disk. */
export const commits = channel('stet:database-commit');

/** Opens nothing yet: the first statement does. */
export function openDatabase(location: Location): Database {
  const store = guarded(databaseFile(location.url) !== null ? openFile(location.url) : openRemote(location));
  return {
    read: drizzle(readingClient(store)),
    async write(work) {
      const value = await store.write((transaction) => drizzle(clientWithin(transaction)).transaction(work));
      commits.publish(null);
      return value;
    },
    sweep: () => store.sweep(),
    client: plainClient(store),
    close: () => store.close(),
  };
}

/** A bundler may load this module more than once; a process has one writer all the same. */
const PROCESS_WIDE: unique symbol = Symbol.for('stet.database');
const holder = globalThis as typeof globalThis & { [PROCESS_WIDE]?: Database };

/** The database of this process, as the environment names it. */
export function database(): Database {
  holder[PROCESS_WIDE] ??= openDatabase(configured());
  return holder[PROCESS_WIDE];
}

/**
 * A query of the reader whose text is built once for a database: building one takes twice as long as running it. For
 * queries that each request makes. `build` ends with `prepare()`, and its values are `sql.placeholder`s.
 */
export function prepared<Q extends object>(build: (read: Database['read']) => Q): () => Q {
  const built = new WeakMap<Database, Q>();
  return () => {
    const db = database();
    const query = built.get(db) ?? build(db.read);
    built.set(db, query);
    return query;
  };
}

/** Closes the database of this process for good, if it was ever used. */
export async function closeDatabase(): Promise<void> {
  await holder[PROCESS_WIDE]?.close();
}

function configured(): Location {
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.refusal.problems.map(({ message }) => message).join('\n'));
  return { url: read.value.databaseUrl, authToken: read.value.databaseAuthToken ?? undefined };
}
