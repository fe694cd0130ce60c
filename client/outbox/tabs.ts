import type { Change, Removed } from './change';
import type { Outcome } from './queue';

/** What the tabs of one person tell each other. */
export type Message =
  | { type: 'changes'; put: Change[]; removed: Removed[] }
  | { type: 'acknowledged'; done: Change; outcome: Outcome }
  | { type: 'signed in' };

/**
 * The tabs of one person. Each sends what was typed in it, one tab at a time, and takes over what a closed one left.
 * Nothing of correctness rests on the locks: a change that two tabs send carries the same Idempotency-Key.
 */
export type Tabs = {
  /** this tab, until it is closed or loaded anew */
  id: string;
  post(message: Message): void;
  listen(listener: (message: Message) => void): () => void;
  /** waits until this tab may send, and gives what ends its turn */
  turn(): Promise<() => void>;
  /** calls back once the tab with this id is gone */
  whenGone(tab: string, then: () => void): void;
  close(): void;
};

/** The tabs of this browser: a BroadcastChannel, and Web Locks where the page may have them. */
export function browserTabs(person: string): Tabs {
  const id = crypto.randomUUID();
  const channel = new BroadcastChannel(`stet-outbox-${person}`);
  const locks = navigator.locks as LockManager | undefined;
  const lives = (tab: string) => `stet-tab-${tab}`;
  const gone = new AbortController();
  const release = new Promise<void>((done) => gone.signal.addEventListener('abort', () => done()));
  locks?.request(lives(id), () => release);
  return {
    id,
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const hear = ({ data }: MessageEvent<Message>) => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    turn: () => (locks ? heldLock(locks, `stet-sender-${person}`) : Promise.resolve(() => {})),
    whenGone(tab, then) {
      if (locks) locks.request(lives(tab), { signal: gone.signal }, then).catch(ignoreAbort);
      else then();
    },
    close() {
      gone.abort();
      channel.close();
    },
  };
}

const heldLock = (locks: LockManager, name: string): Promise<() => void> =>
  new Promise((held) => {
    locks.request(name, () => new Promise<void>((release) => held(release)));
  });

const ignoreAbort = (thrown: unknown): void => {
  if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) throw thrown;
};
