import { Stream } from '@/client/stream/stream';
import type { Said, StreamTabs } from '@/client/stream/tabs';
import type { Event, Message } from '@/domain/event';
import type { TabPlace } from '@/domain/presence';
import { FakeClock } from './fake-browser';

type Connection = { say: (text: string) => void; cut: () => void };

/** The event stream of a desk in memory: its log, and connections that can be cut, refused or kept from coming. */
export class FakeLog {
  lines: Event[] = [];
  /** what a connection is answered; null: nobody is there */
  answers: number | null = 200;
  /** lines that are told one by one */
  most = Number.POSITIVE_INFINITY;
  connections = new Set<Connection>();
  asked = 0;
  places = new Map<string, TabPlace>();

  write(claimId = 'c1', articleId = 'a1'): Event {
    const id = String(this.lines.length + 1);
    const line = { id, at: '2026-04-03T10:00:00.000Z', by: 'eve', type: 'claim.changed', articleId, claimId } as const;
    this.lines.push({ ...line, subject: null });
    for (const { say } of this.connections) say(said({ event: 'activity', data: this.lines.at(-1)! }));
    return this.lines.at(-1)!;
  }

  tell(message: Message): void {
    for (const { say } of this.connections) say(said(message));
  }

  cut(): void {
    for (const { cut } of [...this.connections]) cut();
  }

  fetch = (async (_path: string, init: RequestInit = {}) => {
    await Promise.resolve();
    if (this.answers === null) throw new TypeError('fetch failed');
    if (init.method === 'PUT') return this.#place(JSON.parse(String(init.body)));
    this.asked += 1;
    if (this.answers !== 200) return new Response('{}', { status: this.answers });
    const given = new Headers(init.headers).get('last-event-id');
    const body = this.#stream(given === null ? null : Number(given), init.signal!);
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }) as typeof globalThis.fetch;

  #place({ tabs, gone = [] }: { tabs: TabPlace[]; gone?: string[] }): Response {
    for (const place of tabs) this.places.set(place.tab, place);
    for (const tab of gone) this.places.delete(tab);
    return Response.json({ seconds: 40 });
  }

  #stream(after: number | null, signal: AbortSignal): ReadableStream<Uint8Array> {
    const missed = after === null ? [] : this.lines.slice(after);
    const behind = missed.length > this.most;
    const head = behind || after === null ? this.lines.length : after;
    const utf8 = new TextEncoder();
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        const say = (text: string) => controller.enqueue(utf8.encode(text));
        const connection = { say, cut: () => this.connections.delete(connection) && controller.close() };
        this.connections.add(connection);
        signal.addEventListener('abort', () => {
          this.connections.delete(connection);
          controller.error(new DOMException('aborted', 'AbortError'));
        });
        say(said({ event: behind ? 'behind' : 'ready', data: { head } }));
        if (!behind) for (const data of missed) say(said({ event: 'activity', data }));
      },
    });
  }
}

const said = ({ event, data }: Message): string => `event: ${event}\nid: 0\ndata: ${JSON.stringify(data)}\n\n`;

/** A tab with all that it was told: lines by their number, and `anew`. */
export type FakeTab = { id: string; stream: Stream; told: (number | 'anew')[]; close: () => void };

/** A browser whose tabs share a stream. */
export class FakeTabs {
  readonly clock = new FakeClock();
  #hears = new Map<string, (said: Said) => void>();
  #widows = new Map<string, (() => void)[]>();
  #waiting: { id: string; leads: () => void }[] = [];
  #leader: string | null = null;
  #opened = 0;

  constructor(readonly log: FakeLog) {}

  /** A tab whose page shows the desk as it was after a line. */
  open(since = this.log.lines.length): FakeTab {
    const id = `tab-${++this.#opened}`;
    const stream = new Stream({ person: 'ada', clock: this.clock, fetch: this.log.fetch }, this.#tabs(id));
    const told: (number | 'anew')[] = [];
    stream.follow(since, (news) => told.push(news === 'anew' ? news : Number(news.id)));
    stream.start();
    return { id, stream, told, close: () => stream.stop() };
  }

  #tabs(id: string): StreamTabs {
    this.#widows.set(id, []);
    return {
      id,
      post: (message) => {
        const copy = structuredClone(message);
        for (const [other, hear] of this.#hears) if (other !== id) queueMicrotask(() => hear(copy));
      },
      listen: (listener) => {
        this.#hears.set(id, listener);
        return () => this.#hears.delete(id);
      },
      lead: () =>
        new Promise((leads) => {
          this.#waiting.push({ id, leads });
          this.#crown();
        }),
      whenGone: (tab, then) => this.#widows.get(tab)?.push(then) ?? queueMicrotask(then),
      close: () => {
        this.#hears.delete(id);
        this.#waiting = this.#waiting.filter((each) => each.id !== id);
        for (const then of this.#widows.get(id) ?? []) queueMicrotask(then);
        this.#widows.delete(id);
        if (this.#leader === id) this.#leader = null;
        this.#crown();
      },
    };
  }

  #crown(): void {
    if (this.#leader !== null) return;
    const next = this.#waiting.shift();
    this.#leader = next?.id ?? null;
    next?.leads();
  }
}
