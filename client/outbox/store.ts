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

/** Of each change what its last holder wrote. */
function lastWords(rows: readonly Change[]): Change[] {
  const last = new Map<string, Change>();
  for (const row of rows) if (counts(row, last.get(row.id))) last.set(row.id, row);
  return [...last.values()];
}

/** A row for each holder that a change had: so nothing need be read before it is written, see `save`. */
interface Schema extends DBSchema {
  changes: { key: [id: string, term: number]; value: Change };
}

const open = (person: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(`stet-outbox-${person}`, 1, {
    upgrade(database) {
      database.createObjectStore('changes', { keyPath: ['id', 'term'] });
    },
  });

/** All rows of a change up to a holder's. */
const upTo = ({ id, term }: Removed): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, term]);

/** The store in IndexedDB. */
export function indexedStore(person: string): Store {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= open(person).catch((thrown) => {
      opened = null;
      throw thrown;
    });
    return opened;
  };
  return {
    all: async () => lastWords(await (await database()).getAll('changes')),
    async save(put, remove) {
      const transaction = (await database()).transaction('changes', 'readwrite');
      const asked = [
        ...put.map((change) => transaction.store.put(change)),
        ...remove.map((removed) => transaction.store.delete(upTo(removed))),
      ];
      transaction.commit(); // without waiting for answers, so that the last key before a page is left is kept too
      await Promise.all([...asked, transaction.done]);
    },
    async adopt(from, to) {
      const transaction = (await database()).transaction('changes', 'readwrite');
      const adopted = handedOver(lastWords(await transaction.store.getAll()), from, to);
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
