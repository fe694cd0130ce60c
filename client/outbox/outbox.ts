import type { Claim } from '@/domain/claim';
import type { Answer } from '../call';
import { type Base, type Change, changeOf, passedTo, type Write } from './change';
import type { Clock } from './clock';
import { Holder } from './holder';
import { type Queue, replace } from './lanes';
import { enqueue, flush } from './queue';
import type { Fetch } from './request';
import { Sender } from './send';
import { acknowledged, learnt, type State } from './state';
import type { Store } from './store';
import type { Message, Tabs } from './tabs';
import { type Choice, discard, resolve, retry } from './trouble';

export type OutboxParts = { person: string; store: Store; tabs: Tabs; clock: Clock; fetch: Fetch };
export type Addition = {
  articleId: string;
  claimId: string;
  write: Write;
  base: Base /** milliseconds */;
  wait?: number;
};

/**
 * What a person typed and did, from the moment of it until the server acknowledged it: kept in the store, sent in
 * order, repeated after failures, set aside where the person must decide. Survives reloads and is shared by tabs.
 */
export class Outbox {
  readonly person: string;
  readonly fetch: Fetch;
  #holder: Holder;
  #sender: Sender;
  #clock: Clock;
  #watched = new Set<string>();
  #gone = new Set<string>();
  /** what other tabs said while the store was being read */
  #backlog: Message[] | null = [];
  #deaf: () => void;

  constructor({ person, store, tabs, clock, fetch }: OutboxParts) {
    this.person = person;
    this.fetch = fetch;
    this.#clock = clock;
    this.#holder = new Holder(store, tabs);
    this.#sender = new Sender(this.#holder, { person, fetch, clock });
    this.#deaf = tabs.listen(this.#hear);
  }

  state = (): State => this.#holder.state;
  subscribe = (listener: () => void): (() => void) => this.#holder.subscribe(listener);

  /** Takes up what earlier pages left. */
  async start(): Promise<void> {
    const left = await this.#holder.store.all().catch(() => []); // no store here: the status says what is not kept
    const backlog = this.#backlog ?? [];
    this.#backlog = null;
    this.#holder.take(left);
    this.#holder.update((state) => ({ ...state, restored: true }));
    this.#watch(left);
    for (const message of backlog) this.#hear(message);
    this.#sender.pump();
  }

  /** Takes a change in. It counts as soon as this returns, and is sent once `wait` has passed. Gives its id. */
  add({ wait = 0, ...given }: Addition): string {
    const now = this.#clock.now();
    const change = changeOf({ ...given, tab: this.#holder.tabs.id, now, due: now + wait });
    this.#change((queue) => enqueue(queue, change));
    return change.id;
  }

  /** Tells what the server has: the newest of each claim counts. */
  learn(claims: readonly Claim[]): void {
    this.#holder.update((state) => {
      const known = learnt(state.known, claims);
      return known === state.known ? state : { ...state, known };
    });
  }

  /** Asks the server for a claim as it is now. */
  read = (id: string): Promise<Answer<Claim>> => this.#sender.read(id);

  /** Sends what was typed without waiting for more. */
  flush = (): void => this.#change((queue) => flush(queue, this.#clock.now()));

  resolve = (id: string, choice: Choice): void =>
    this.#decide(id, (queue) => resolve(queue, id, choice, this.#clock.now()));

  retry = (id: string, write?: Write): void => this.#decide(id, (queue) => retry(queue, id, this.#clock.now(), write));

  /** Takes back a change that is set aside, or was never sent. Whether it could be. */
  discard(id: string): boolean {
    const change = this.state().queue.find((each) => each.id === id);
    if (!change || change.sent) return false;
    this.#decide(id, (queue) => discard(queue, id));
    return true;
  }

  /** The person signed in again, here or in another tab. */
  signedIn(): void {
    this.#holder.tabs.post({ type: 'signed in' });
    this.#resume();
  }

  /** The network is there again, or gone, as the browser says. */
  network(up: boolean): void {
    const news = { network: up, link: up ? 'up' : 'offline' } as const;
    this.#holder.update((state) => ({ ...state, connection: { ...state.connection, ...news } }));
    if (up) this.#sender.retryNow();
  }

  /** The server was heard of by another way: whatever waits for it is tried at once. */
  reachable(): void {
    if (this.#holder.state.connection.link === 'offline') this.#sender.retryNow();
  }

  stop(): void {
    this.#deaf();
    this.#sender.stop();
    this.#holder.tabs.close();
  }

  #change(by: (queue: Queue) => Queue): void {
    this.#holder.update((state) => ({ ...state, queue: by(state.queue) }));
    this.#sender.pump();
  }

  /** What a person decides in this tab is this tab's to send, wherever it was typed. */
  #decide(id: string, by: (queue: Queue) => Queue): void {
    this.#change((queue) => by(replace(queue, id, (change) => passedTo(this.#holder.tabs.id, change))));
  }

  #resume(): void {
    this.#holder.update((state) => ({ ...state, connection: { ...state.connection, session: 'open' } }));
    this.#sender.retryNow();
  }

  #hear = (message: Message): void => {
    if (this.#backlog) this.#backlog.push(message);
    else if (message.type === 'signed in') this.#resume();
    else if (message.type === 'acknowledged')
      this.#holder.update((state) => acknowledged(state, message.done, message.outcome));
    else {
      const put = message.put.filter(({ tab }) => !this.#gone.has(tab)); // what a closed tab left has been adopted
      const theirs = put.filter(({ tab }) => tab !== this.#holder.tabs.id);
      this.#holder.take(theirs, message.removed);
      this.#watch(put);
    }
    this.#sender.pump();
  };

  /** Takes over what other tabs leave when they are closed. */
  #watch(changes: readonly Change[]): void {
    const { tabs } = this.#holder;
    for (const { tab } of changes) {
      if (tab === tabs.id || this.#watched.has(tab)) continue;
      this.#watched.add(tab);
      tabs.whenGone(tab, () => this.#inherit(tab));
    }
  }

  async #inherit(gone: string): Promise<void> {
    const { tabs, store } = this.#holder;
    this.#gone.add(gone);
    const adopted = await store.adopt(gone, tabs.id);
    // of what the closed tab told, the store knows better: it is this tab's now, another's, or done
    const heard = this.state().queue.filter(({ tab }) => tab === gone);
    this.#holder.take(adopted, heard);
    if (adopted.length > 0) tabs.post({ type: 'changes', put: adopted, removed: [] });
    const { aliases } = this.state();
    const renamed = (change: Change): Change => {
      const claimId = aliases.get(change.claimId);
      return claimId ? { ...change, claimId } : change;
    };
    this.#change((queue) => queue.map((change) => (change.tab === tabs.id ? renamed(change) : change)));
  }
}
