import { createParser } from 'eventsource-parser';
import { addresses, partsOf } from '@/domain/contract/addresses';
import { HEARTBEAT, type Message, messageSchema } from '@/domain/event';
import { backOff, type Clock } from '../outbox/clock';

/** How a connection to the event stream stands. `crowded`: the person has as many open as they may. */
export type LinkState = 'connecting' | 'live' | 'away' | 'signed out' | 'crowded';

export type LinkParts = { person: string; clock: Clock; fetch: typeof globalThis.fetch };
export type LinkEars = {
  /** what the server said, in order */
  said(message: Message): void;
  /** the server gave a sign of life */
  beat(): void;
  state(state: LinkState): void;
  /** the number of the last line that is known, from which a new connection goes on; null: from now on */
  after(): number | null;
};

/** Milliseconds of silence after which a connection counts as dead: two heartbeats and some. */
const silence = (HEARTBEAT * 2 + 5) * 1000;
/** Milliseconds between attempts while somebody else, or nobody, is signed in. */
const slow = 30_000;

type Outcome = { state: LinkState; wait: number };

/** A connection to the event stream of the desk: made again, with growing patience, whenever it is lost. */
export class Link {
  #failures = 0;
  #heardAt = 0;
  #attempt: AbortController | null = null;
  #wake: (() => void) | null = null;
  #calm = () => {};
  #stopped = false;

  constructor(
    readonly parts: LinkParts,
    readonly ears: LinkEars,
  ) {}

  /** Connects, and goes on doing so until it is stopped. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      const { state, wait } = await this.#connect();
      if (this.#stopped) return;
      this.ears.state(state);
      await this.#pause(wait);
    }
  }

  /** Tries at once: the network is there again, the person signed in, or the machine woke and the connection is silent. */
  retryNow(): void {
    this.#failures = 0;
    this.#wake?.();
    const silent = this.parts.clock.now() - this.#heardAt;
    if (this.#attempt && silent > (HEARTBEAT + 5) * 1000) this.#attempt.abort();
  }

  stop(): void {
    this.#stopped = true;
    this.#attempt?.abort();
    this.#wake?.();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const cancel = this.parts.clock.later(milliseconds, done);
      this.#wake = () => {
        cancel();
        done();
      };
    });
  }

  async #connect(): Promise<Outcome> {
    this.#attempt = new AbortController();
    this.#isHeard();
    try {
      const response = await this.#ask(this.#attempt.signal);
      if (!response.ok || !response.body) return this.#refused(response);
      const ended = await this.#listen(response.body);
      return ended ? { state: 'signed out', wait: slow } : this.#lost();
    } catch (thrown) {
      if (thrown instanceof TypeError || thrown instanceof DOMException) return this.#lost();
      throw thrown;
    } finally {
      this.#attempt = null;
      this.#calm();
    }
  }

  #ask(signal: AbortSignal): Promise<Response> {
    const after = this.ears.after();
    const [, path] = partsOf(addresses.followDesk);
    const headers = { accept: 'text/event-stream', 'stet-person': this.parts.person };
    return this.parts.fetch(path, {
      headers: after === null ? headers : { ...headers, 'last-event-id': String(after) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
  }

  #lost(): Outcome {
    this.#failures += 1;
    return { state: 'away', wait: backOff(this.#failures, this.parts.clock.random()) };
  }

  #refused({ status, headers }: Response): Outcome {
    if (status === 401 || status === 403) return { state: 'signed out', wait: slow };
    const lost = this.#lost();
    const asked = Number(headers.get('retry-after') ?? 0) * 1000 || 0;
    return { state: status === 429 ? 'crowded' : 'away', wait: Math.max(asked, lost.wait) };
  }

  /** Resolves when the stream has ended: true when the server said that the person may not listen any more. */
  async #listen(body: ReadableStream<Uint8Array>): Promise<boolean> {
    let ended = false;
    const parser = createParser({
      onEvent: ({ event, data }) => {
        const message = messageOf(event, data);
        if (!message) return; // of a newer server than this page
        if (message.event === 'end') ended = true;
        if (message.event === 'ready' || message.event === 'behind') this.#isLive();
        this.ears.said(message);
      },
      onComment: () => this.ears.beat(),
    });
    const reader = body.getReader();
    const utf8 = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ended;
      this.#isHeard();
      parser.feed(utf8.decode(value, { stream: true }));
    }
  }

  /** Whatever is heard puts off the time at which the connection counts as dead. */
  #isHeard(): void {
    const { clock } = this.parts;
    this.#heardAt = clock.now();
    this.#calm();
    this.#calm = clock.later(silence, () => this.#attempt?.abort());
  }

  #isLive(): void {
    this.#failures = 0;
    this.ears.state('live');
  }
}

function messageOf(event: string | undefined, data: string): Message | null {
  try {
    const parsed = messageSchema.safeParse({ event, data: JSON.parse(data) });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
