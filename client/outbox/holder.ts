import { type Change, counts, type Removed } from './change';
import { put, type Queue } from './lanes';
import { nothing, type State } from './state';
import type { Store } from './store';
import type { Message, Tabs } from './tabs';

/** Holds the state of an outbox, keeps this tab's part of the queue in the store, and tells the other tabs. */
export class Holder {
  #state = nothing;
  #listeners = new Set<() => void>();
  /** what the store has not taken yet, by id: a change, or which one is to be removed */
  #unkept = new Map<string, Change | Removed>();
  #failing = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(
    readonly store: Store,
    readonly tabs: Tabs,
  ) {}

  get state(): State {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Moves on to another state and keeps what that changes; `news` is told to the other tabs once it is kept. */
  update(by: (state: State) => State, news?: Message): void {
    const before = this.#state.queue;
    this.#set(by);
    this.#keep(before, this.#state.queue, news);
  }

  /** Takes over what is in the store already: by this tab's own doing, or by another's that told of it. */
  take(changes: Queue, removed: readonly Removed[] = []): void {
    const terms = new Map(removed.map(({ id, term }) => [id, term]));
    this.#set((state) => {
      const left = state.queue.filter(({ id, term }) => term > (terms.get(id) ?? -1));
      const known = new Map(left.map((change) => [change.id, change]));
      const news = changes.filter((change) => counts(change, known.get(change.id)));
      return { ...state, queue: put(left, news) };
    });
  }

  /** Resolves once the store has what the queue holds now, or has failed to take it. */
  settled = (): Promise<void> => this.#saving;

  #set(by: (state: State) => State): void {
    const after = by(this.#state);
    if (after === this.#state) return;
    this.#state = after;
    for (const listener of this.#listeners) listener();
  }

  #keep(before: Queue, after: Queue, news?: Message): void {
    if (before === after && !news) return;
    const had = new Set(before);
    const ids = new Set(after.map(({ id }) => id));
    const changed = after.filter((change) => change.tab === this.tabs.id && !had.has(change));
    const removed = before.filter(({ id }) => !ids.has(id)).map(({ id, term }) => ({ id, term }));
    for (const each of [...changed, ...removed]) this.#unkept.set(each.id, each);
    if (changed.length + removed.length > 0) this.#set((state) => ({ ...state, kept: 'soon' }));
    const saved = this.#save(this.#failing ? [...this.#unkept.values()] : [...changed, ...removed]);
    // told only once it is kept, so that a tab which opens in between reads it or hears it
    this.#saving = this.#saving
      .then(() => saved)
      .then(() => {
        if (news) this.tabs.post(news);
        if (changed.length + removed.length > 0) this.tabs.post({ type: 'changes', put: changed, removed });
      });
  }

  /** Begins at once: the store does one thing after another by itself. */
  async #save(batch: readonly (Change | Removed)[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      await this.store.save(
        batch.filter((each) => 'write' in each),
        batch.filter((each) => !('write' in each)),
      );
    } catch {
      // a full or forbidden store: the page says so, and the next change tries all of it again
      this.#failing = true;
      this.#set((state) => ({ ...state, kept: 'not' }));
      return;
    }
    this.#failing = false;
    for (const each of batch) if (this.#unkept.get(each.id) === each) this.#unkept.delete(each.id);
    if (this.#unkept.size === 0) this.#set((state) => ({ ...state, kept: 'all' }));
  }
}
