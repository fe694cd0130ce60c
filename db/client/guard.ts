import { AsyncLocalStorage } from 'node:async_hooks';
import type { InArgs, InStatement, ResultSet, Transaction } from '@libsql/client';
import { breathe } from './breath';
import { DatabaseClosed, isPassing } from './busy';
import type { Store } from './store';

const MISUSE =
  'The database was used inside an open transaction. Use the transaction itself: anything else would wait for it for ever, or not see what it has written.';

/** Keeps a store from being used wrongly, and from keeping the event loop to itself. */
export function guarded(store: Store): Store {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  let closed: Promise<void> | undefined;

  // synchronous up to the store's own queue, so that what is asked first comes first
  function admit(): Store {
    if (inside.getStore()?.open) throw new Error(MISUSE);
    if (closed) throw new DatabaseClosed();
    return store;
  }

  return {
    read: async (job) => admit().read(job),
    batch: async (statements) => admit().batch(statements),
    migrate: async (statements) => admit().migrate(statements),
    write: async (job) => admit().write((transaction) => scoped(inside, transaction, job)),
    async close() {
      if (inside.getStore()?.open) throw new Error(MISUSE);
      closed ??= store.close();
      await closed;
    },
  };
}

async function scoped<T>(
  inside: AsyncLocalStorage<{ open: boolean }>,
  transaction: Transaction,
  job: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const scope = { open: true };
  const watched = new WatchedTransaction(transaction);
  try {
    const value = await inside.run(scope, () => job(watched));
    if (watched.lock) throw watched.lock;
    return value;
  } finally {
    scope.open = false;
  }
}

/**
 * A transaction that whoever began it will end: to its user, commit and rollback do nothing. It remembers a lock that
 * it met, so that nothing is committed on a spoiled connection even when its user swallowed the error.
 */
class WatchedTransaction implements Transaction {
  readonly #transaction: Transaction;
  lock: unknown;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
    const whole = typeof statement === 'string' ? { sql: statement, args } : statement;
    return this.#watch(() => this.#transaction.execute(whole));
  }

  batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#watch(() => this.#transaction.batch(statements));
  }

  executeMultiple(sql: string): Promise<void> {
    return this.#watch(() => this.#transaction.executeMultiple(sql));
  }

  async commit(): Promise<void> {}
  async rollback(): Promise<void> {}
  close(): void {}

  get closed(): boolean {
    return this.#transaction.closed;
  }

  async #watch<T>(statement: () => Promise<T>): Promise<T> {
    await breathe();
    try {
      return await statement();
    } catch (error) {
      if (isPassing(error)) this.lock = error;
      throw error;
    }
  }
}
