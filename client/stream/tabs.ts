import type { Event, Message } from '@/domain/event';
import type { Presence, TabPlace } from '@/domain/presence';
import type { LinkState } from './link';

/** Where a tab's person is; without the tab's own name. */
export type Place = Omit<TabPlace, 'tab'>;

/** What the tabs of a browser say about the one stream that one of them holds. */
export type Said =
  /** the leader passes on what the server said; `before` is the line that it knew before */
  | { type: 'said'; before: number | null; message: Message }
  /** how the leader's connection stands, and up to which line it knows the log */
  | { type: 'link'; link: LinkState; told: number | null }
  /** a tab asks the leader for what comes after a line; null: for what is true now */
  | { type: 'hello'; tab: string; after: number | null }
  /** `lines` is null where the leader does not know them all: read the state anew */
  | { type: 'known'; to: string; lines: Event[] | null; told: number | null; presence: Presence[]; link: LinkState }
  /** where a tab's person is; null: no article is open in it, or it was closed */
  | { type: 'place'; tab: string; place: Place | null }
  /** a new leader asks every tab where its person is */
  | { type: 'where' };

/** The tabs of one person in one browser, one of which leads. */
export type StreamTabs = {
  /** this tab, until it is closed or loaded anew */
  id: string;
  post(said: Said): void;
  listen(listener: (said: Said) => void): () => void;
  /** resolves once this tab leads, for as long as it lives */
  lead(): Promise<void>;
  /** calls back once the tab with this id is gone, however it went */
  whenGone(tab: string, then: () => void): void;
  close(): void;
};

/** By a BroadcastChannel and a Web Lock: a browser gives the lock on as soon as the tab that held it is gone. */
export function browserStreamTabs(person: string): StreamTabs {
  const name = `stet-stream-${person}`;
  const channel = new BroadcastChannel(name);
  const locks = navigator.locks as LockManager | undefined;
  const gone = new AbortController();
  const closed = new Promise<void>((done) => gone.signal.addEventListener('abort', () => done()));
  const id = crypto.randomUUID();
  const lives = (tab: string) => `stet-stream-tab-${tab}`;
  locks?.request(lives(id), () => closed);
  return {
    id,
    post: (said) => channel.postMessage(said),
    listen(listener) {
      const hear = ({ data }: MessageEvent<Said>) => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    lead: () =>
      new Promise((leads) => {
        if (!locks) return leads(); // no locks here: each tab holds a stream of its own
        const hold = () => {
          leads();
          return closed;
        };
        locks.request(name, { signal: gone.signal }, hold).catch(ignoreAbort);
      }),
    whenGone(tab, then) {
      locks?.request(lives(tab), { signal: gone.signal }, then).catch(ignoreAbort);
    },
    close() {
      gone.abort();
      channel.close();
    },
  };
}

const ignoreAbort = (thrown: unknown): void => {
  if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) throw thrown;
};
