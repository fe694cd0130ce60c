import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Change, counts, passedTo, type Removed } from './change';

/** Where changes wait, so that they outlive the page. One store per person: nobody sends what somebody else typed. */
export type Store = {
  all(): Promise<Change[]>;
  /** all of it or nothing */
  save(put: readonly Change[], remove: readonly Removed[]): Promise<void>;
  /** hands the changes of a tab that is gone to another, and gives them; of several that ask, one gets them */
  adopt(from: string, to: string): Promise<Change[]>;
};

const handedOver = (changes: readonly Change[], from: string, to: string): Change[] =>
  changes.filter(({ tab }) => tab === from).map((change) => passedTo(to, change));

interface Schema extends DBSchema {
  changes: { key: string; value: Change };
}

const open = (person: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(`stet-outbox-${person}`, 1, {
    upgrade(database) {
      database.createObjectStore('changes', { keyPath: 'id' });
    },
  });

/** The store in IndexedDB. Writes are on the disk (durability `strict`) before they are done. */
export function indexedStore(person: string): Store {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= open(person).catch((thrown) => {
      opened = null;
      throw thrown;
    });
    return opened;
  };
  const writing = async () => (await database()).transaction('changes', 'readwrite', { durability: 'strict' });
  return {
    all: async () => (await database()).getAll('changes'),
    async save(put, remove) {
      const transaction = await writing();
      const all = async () => {
        for (const change of put)
          if (counts(change, await transaction.store.get(change.id))) await transaction.store.put(change);
        for (const { id, term } of remove)
          if (((await transaction.store.get(id))?.term ?? term) <= term) await transaction.store.delete(id);
      };
      await Promise.all([all(), transaction.done]);
    },
    async adopt(from, to) {
      const transaction = await writing();
      const adopted = handedOver(await transaction.store.getAll(), from, to);
      await Promise.all([...adopted.map((change) => transaction.store.put(change)), transaction.done]);
      return adopted;
    },
  };
}

/** A store that lasts as long as what holds it: for tests, and for browsers that keep nothing. */
export function memoryStore(kept: Map<string, Change> = new Map()): Store {
  return {
    all: async () => [...kept.values()],
    async save(put, remove) {
      for (const change of put) if (counts(change, kept.get(change.id))) kept.set(change.id, change);
      for (const { id, term } of remove) if ((kept.get(id)?.term ?? term) <= term) kept.delete(id);
    },
    async adopt(from, to) {
      const adopted = handedOver([...kept.values()], from, to);
      for (const change of adopted) kept.set(change.id, change);
      return adopted;
    },
  };
}
