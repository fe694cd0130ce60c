import { useSyncExternalStore } from 'react';

export type Store<T> = { get: () => T; set: (value: T) => void; subscribe: (listener: () => void) => () => void };

/** A value outside React that components can listen to, so that anything in the page may change it. */
export function createStore<T>(value: T): Store<T> {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value; on the server, and while the page wakes up, `initial`. */
export const useStore = <T>(store: Store<T>, initial: T): T =>
  useSyncExternalStore(store.subscribe, store.get, () => initial);
