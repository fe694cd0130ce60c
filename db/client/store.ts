import type { InStatement, ResultSet } from '@libsql/client';

/** Where the database is: a `file:` URL, or the address of a libSQL server and its token. */
export type Location = { url: string; authToken?: string };

/** What statements are sent to. A batch outside of a transaction sees one state of the database throughout. */
export type Statements = {
  execute(statement: InStatement): Promise<ResultSet>;
  batch(statements: InStatement[], mode?: 'read'): Promise<ResultSet[]>;
};

/** An open transaction; `closed` once there is none any more, be it that the database has undone it by itself. */
export type OpenTransaction = Statements & {
  executeMultiple(sql: string): Promise<void>;
  readonly closed: boolean;
};

/**
 * What a file and a libSQL server have in common. Every job may be run again, from its beginning, when a lock got
 * in its way: nothing of the earlier run was kept.
 */
export type Store = {
  /** Runs statements that change nothing. */
  read<T>(job: (connection: Statements) => Promise<T>): Promise<T>;
  /** Runs the job in a transaction that holds the write lock from its start, and commits it unless the job throws. */
  write<T>(job: (transaction: OpenTransaction) => Promise<T>): Promise<T>;
  /** Runs statements as one write transaction that reads nothing in between. */
  batch(statements: InStatement[]): Promise<ResultSet[]>;
  /** Like `batch`, with foreign keys off: for migrations, which rebuild tables. */
  migrate(statements: InStatement[]): Promise<ResultSet[]>;
  /** Takes out of the file itself what was deleted: out of free pages, the write-ahead log and the search index. */
  sweep(): Promise<void>;
  /** Waits for what was asked before, then lets go of the database. */
  close(): Promise<void>;
};
