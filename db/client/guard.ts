import { AsyncLocalStorage } from 'node:async_hooks';
import type { InArgs, InStatement, ResultSet, Transaction } from '@libsql/client';
import { breathe } from './breath';
import { DatabaseClosed, isPassing } from './busy';
import type { OpenTransaction, Store } from './store';

const MISUSE =
  'The database was used inside an open transaction. Use the transaction itself: anything else would wait for it for ever, or not see what it has written.';

/** A store whose transactions take all that Drizzle asks of one. */
type GuardedStore = Omit<Store, 'write'> & {
  write<T>(job: (transaction: Transaction) => Promise<T>): Promise<T>;
};

/** Keeps a store from being used wrongly, and from keeping the event loop to itself. */
export function guarded(store: Store): GuardedStore {
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
    sweep: async () => admit().sweep(),
    async close() {
      if (inside.getStore()?.open) throw new Error(MISUSE);
      closed ??= store.close();
      await closed;
    },
  };
}

async function scoped<T>(
  inside: AsyncLocalStorage<{ open: boolean }>,
  transaction: OpenTransaction,
  job: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const scope = { open: true };
  const watched = new WatchedTransaction(transaction);
  try {
    const value = await inside.run(scope, () => job(watched));
    if (watched.lock) throw watched.lock;
    return value;
  } catch (error) {
    throw watched.lock ?? error;
  } finally {
    scope.open = false;
    watched.end();
  }
}

const ENDED =
  'This transaction has ended, and what is sent to it now would be part of another. Await all that it does.';

/**
 * A transaction that whoever began it will end: to its user, commit and rollback do nothing. It remembers a lock that
 * it met, so that nothing is committed on a spoiled connection even when its user swallowed the error.
 */
class WatchedTransaction implements Transaction {
  readonly #transaction: OpenTransaction;
  #ended = false;
  lock: unknown;

  constructor(transaction: OpenTransaction) {
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

  /** Its user's part is done, though others may go on in the same transaction. */
  end(): void {
    this.#ended = true;
  }

  get closed(): boolean {
    return this.#ended || this.#transaction.closed;
  }

  async #watch<T>(statement: () => Promise<T>): Promise<T> {
    await breathe();
    if (this.closed) throw new Error(ENDED);
    try {
      return await statement();
    } catch (error) {
      if (isPassing(error)) this.lock = error;
      throw error;
    }
  }
}
