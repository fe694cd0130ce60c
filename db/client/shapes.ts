import type { Client, InArgs, InStatement, Transaction } from '@libsql/client';
import type { Store } from './store';

const refuse = (): never => {
  throw new Error('This is not done through a libSQL client here. Use `write` for a transaction, `close` to end.');
};

const refusing: Client = {
  execute: refuse,
  batch: refuse,
  migrate: refuse,
  transaction: refuse,
  executeMultiple: refuse,
  sync: refuse,
  reconnect: refuse,
  close: refuse,
  closed: false,
  protocol: 'stet',
};

/** A libSQL client that can only read; `batch` reads one state of the database throughout. */
export const readingClient = (store: Store): Client => ({
  ...refusing,
  execute: (statement: InStatement, args?: InArgs) => store.read((client) => client.execute(whole(statement, args))),
  batch: (statements) => store.read((client) => client.batch(statements.map(single), 'read')),
});

/** A libSQL client for code that is not ours: what only reads goes to the reader, all else is a write of its own. */
export const plainClient = (store: Store): Client => ({
  ...refusing,
  async execute(statement: InStatement, args?: InArgs) {
    const one = whole(statement, args);
    if (onlyReads(one.sql)) return store.read((client) => client.execute(one));
    const [result] = await store.batch([one]);
    return result!;
  },
  batch: (statements) => store.batch(statements.map(single)),
  migrate: (statements) => store.migrate(statements),
  executeMultiple: (sql) => store.write((transaction) => transaction.executeMultiple(sql)),
});

/** A libSQL client whose only transaction has begun already. */
export const clientWithin = (transaction: Transaction): Client => ({
  ...refusing,
  transaction: async () => transaction,
});

/** Anything else may write; where this errs, the reader's `query_only` refuses. */
const onlyReads = (sql: string): boolean => /^\s*select\b/i.test(sql);

const whole = (statement: InStatement, args: InArgs = []) =>
  typeof statement === 'string' ? { sql: statement, args } : statement;

const single = (statement: InStatement | [string, InArgs?]) =>
  Array.isArray(statement) ? whole(...statement) : statement;
