import { createClient, type Transaction } from '@libsql/client';
import { PATIENCE, persist } from './busy';
import type { Location, Store } from './store';
import { SWEEP_INDEX } from './sweep';
import { Turnstile } from './turnstile';

/** Write transactions under way at once. A server runs one at a time; a few more hide the network's delay. */
const WRITES = 8;

/**
 * A libSQL server, or Turso. Reads go out as they come. A write that ran into a lock or lost its stream is sent
 * again, because the server has undone it; one whose COMMIT was never answered is not, because nobody knows.
 */
export function openRemote({ url, authToken }: Location): Store {
  let opened: ReturnType<typeof createClient> | undefined;
  const client = () => {
    opened ??= createClient({ url, authToken, concurrency: Number.POSITIVE_INFINITY });
    return opened;
  };
  const writes = new Turnstile(WRITES);
  const retried = <T>(attempt: () => Promise<T>) => persist(attempt, performance.now() + PATIENCE);

  return {
    read: (job) => retried(() => job(client())),
    write: (job) => writes.pass(() => retried(async () => transact(await client().transaction('write'), job))),
    batch: (statements) => writes.pass(() => retried(() => client().batch(statements, 'write'))),
    migrate: (statements) => writes.pass(() => retried(() => client().migrate(statements))),
    // what its free pages and replicas hold is the server's own matter
    async sweep() {
      await writes.pass(() => retried(() => client().execute(SWEEP_INDEX)));
    },
    async close() {
      await writes.shut();
      opened?.close();
    },
  };
}

async function transact<T>(transaction: Transaction, job: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    const value = await job(transaction);
    await transaction.commit();
    return value;
  } catch (error) {
    // the server undoes a transaction whose stream is gone, so a rollback that fails changes nothing
    await transaction.rollback().catch(() => undefined);
    throw error;
  } finally {
    transaction.close();
  }
}
