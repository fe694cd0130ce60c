import type { Event, Message } from '@/domain/event';
import type { Present } from '@/domain/presence';
import { call } from '../call';
import { Lines } from './lines';
import { Link, type LinkParts, type LinkState } from './link';
import { Places } from './places';
import type { Place, Said, StreamTabs } from './tabs';

/** What is new: a line of the log, or that so much was missed that the state is to be read anew. */
export type News = Event | 'anew';

export type StreamState = {
  link: LinkState;
  /** who is in which article, this person included */
  presence: ReadonlyMap<string, readonly Present[]>;
};

const atFirst: StreamState = { link: 'connecting', presence: new Map() };

/**
 * What happens at the desk, as it happens, in every tab of a browser over one connection: one tab holds it and passes on
 * what it hears; when that is closed another goes on from the last line it was told. Each tab is told each line once.
 */
export class Stream {
  readonly person: string;
  #state = atFirst;
  #lines = new Lines();
  #place: Place | null = null;
  #link: Link | null = null;
  #places: Places;
  #watchers = new Set<() => void>();
  #followers = new Set<(news: News) => void>();
  #watched = new Set<string>();
  #deaf: () => void;
  #stopped = false;

  constructor(
    readonly parts: LinkParts,
    readonly tabs: StreamTabs,
  ) {
    this.person = parts.person;
    this.#places = new Places(parts);
    this.#deaf = tabs.listen(this.#hear);
  }

  state = (): StreamState => this.#state;

  /** Calls back whenever the state is another. */
  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Joins the tabs of this browser, after whoever follows already has said from where. */
  start(): void {
    this.tabs.post({ type: 'hello', tab: this.tabs.id, after: this.#lines.told });
    this.tabs.lead().then(() => this.#lead());
  }

  /** Tells what comes after a line: at once what is known of it, and then what comes. Answers how to stop. */
  follow(since: number, follower: (news: News) => void): () => void {
    if (this.#lines.told === null) this.#lines.begin(since);
    this.#followers.add(follower);
    const known = this.#lines.after(since);
    if (known) for (const event of known) follower(event);
    else follower('anew');
    return () => this.#followers.delete(follower);
  }

  /** Says where this tab's person is; null: in no article. */
  place(place: Place | null): void {
    if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    this.#move(place);
  }

  /** Says, as the page is being left, that this tab is gone. */
  leave(): void {
    if (this.#place === null) return;
    this.#move(null);
    this.#place = null;
    const body = { tabs: [], gone: [this.tabs.id] };
    void call('tellPresence', { body, person: this.person, keepalive: true }, this.parts.fetch);
  }

  /** The network is there again, the person signed in again, or the page came back into view. */
  retryNow = (): void => this.#link?.retryNow();

  stop(): void {
    this.#stopped = true;
    this.#deaf();
    this.#link?.stop();
    this.#places.stop();
    this.tabs.close();
  }

  #move(place: Place | null): void {
    this.#places.move(this.tabs.id, this.#link ? place : null);
    this.tabs.post({ type: 'place', tab: this.tabs.id, place });
  }

  #lead(): void {
    if (this.#stopped) return;
    this.#link = new Link(this.parts, {
      said: this.#said,
      beat: () => void this.#places.tell(),
      state: (link) => {
        this.#setLink(link);
        this.tabs.post({ type: 'link', link, told: this.#lines.told });
      },
      after: () => this.#lines.told,
    });
    this.#places.move(this.tabs.id, this.#place);
    this.tabs.post({ type: 'where' });
    void this.#link.run();
  }

  /** What the server said to this tab, which leads. */
  #said = (message: Message): void => {
    const before = this.#lines.told;
    this.#take(message);
    this.tabs.post({ type: 'said', before, message });
    if (message.event === 'ready' || message.event === 'behind') void this.#places.tell();
  };

  #take(message: Message): void {
    switch (message.event) {
      case 'activity':
        if (this.#lines.take(message.data)) this.#tell(message.data);
        break;
      case 'presence':
        this.#set({ presence: withPresence(this.#state.presence, message.data) });
        break;
      case 'ready':
        if (this.#lines.told === null) this.#lines.begin(message.data.head);
        this.#set({ presence: new Map() }); // what is true now follows
        break;
      case 'behind':
        this.#lines.begin(message.data.head);
        this.#set({ presence: new Map() });
        this.#tell('anew');
        break;
      case 'end':
        this.#set({ presence: new Map() });
    }
  }

  /** What another tab said. */
  #hear = (said: Said): void => {
    switch (said.type) {
      case 'said':
        if (this.#misses(said)) this.#ask();
        else this.#take(said.message);
        break;
      case 'link':
        this.#hearLink(said.link, said.told);
        break;
      case 'known':
        if (said.to === this.tabs.id) this.#catchUp(said);
        break;
      case 'where':
        this.tabs.post({ type: 'place', tab: this.tabs.id, place: this.#place });
        break;
      default:
        if (this.#link) this.#hearAsLeader(said);
    }
  };

  #hearAsLeader(said: Extract<Said, { type: 'hello' | 'place' }>): void {
    if (said.type === 'hello') this.#answer(said.tab, said.after);
    else this.#hearPlace(said.tab, said.place);
  }

  /** A tab that dies says nothing, and would be kept in its place for as long as this one leads. */
  #hearPlace(tab: string, place: Place | null): void {
    this.#places.move(tab, place);
    if (place === null || this.#watched.has(tab)) return;
    this.#watched.add(tab);
    this.tabs.whenGone(tab, () => this.#places.move(tab, null));
  }

  #hearLink(link: LinkState, told: number | null): void {
    this.#setLink(link);
    if (told !== null && told > (this.#lines.told ?? -1)) this.#ask();
  }

  /** Whether the leader knew a line before this one that this tab was not told. */
  #misses = ({ before, message }: Extract<Said, { type: 'said' }>): boolean =>
    message.event === 'activity' && (this.#lines.told === null || (before ?? 0) > this.#lines.told);

  #ask = (): void => this.tabs.post({ type: 'hello', tab: this.tabs.id, after: this.#lines.told });

  #answer(to: string, after: number | null): void {
    const { told } = this.#lines;
    const lines = after === null || told === null || after >= told ? [] : this.#lines.after(after);
    const presence = [...this.#state.presence].map(([articleId, present]) => ({ articleId, present: [...present] }));
    this.tabs.post({ type: 'known', to, lines, told, presence, link: this.#state.link });
  }

  #catchUp({ lines, told, presence, link }: Extract<Said, { type: 'known' }>): void {
    if (lines === null) {
      this.#lines.begin(told ?? 0);
      this.#tell('anew');
    } else if (this.#lines.told === null && told !== null) this.#lines.begin(told);
    for (const line of lines ?? []) if (this.#lines.take(line)) this.#tell(line);
    this.#set({ link, presence: new Map(presence.map(({ articleId, present }) => [articleId, present])) });
  }

  #tell(news: News): void {
    for (const follower of [...this.#followers]) follower(news);
  }

  /** Nobody knows who is there while the connection is lost. */
  #setLink(link: LinkState): void {
    if (link === this.#state.link) return;
    this.#set(link === 'live' ? { link } : { link, presence: new Map() });
  }

  #set(news: Partial<StreamState>): void {
    this.#state = { ...this.#state, ...news };
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function withPresence(
  before: StreamState['presence'],
  { articleId, present }: { articleId: string; present: Present[] },
): StreamState['presence'] {
  const after = new Map(before);
  if (present.length > 0) after.set(articleId, present);
  else after.delete(articleId);
  return after;
}
