import type { Change, Removed } from '@/client/outbox/change';
import type { Clock } from '@/client/outbox/clock';
import { Outbox } from '@/client/outbox/outbox';
import { memoryStore } from '@/client/outbox/store';
import type { Message, Tabs } from '@/client/outbox/tabs';
import { Workspace } from '@/client/workspace/workspace';
import { plainDoc } from '@/domain/doc';
import { articleText, plain } from '@/test/builders/edition';
import type { FakeDesk } from './fake-desk';

/** Lets everything happen that needs no time to pass. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 4; i += 1) await new Promise((done) => setImmediate(done));
};

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  #now = Date.parse('2026-04-03T10:00:00Z');
  #timers = new Set<{ at: number; then: () => void }>();
  now = () => this.#now;
  random = () => 0.5;
  later(milliseconds: number, then: () => void) {
    const timer = { at: this.#now + milliseconds, then };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await settle();
    for (;;) {
      const next = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.then();
      await settle();
    }
    this.#now = until;
  }
}

/** A browser with its store, whose pages can be opened, closed and crashed. */
export class FakeBrowser {
  stores = new Map<string, Map<string, Change>>();
  #tabs = new Map<string, (message: Message) => void>();
  #widows = new Map<string, (() => void)[]>();
  #turns: Promise<void> = Promise.resolve();
  #opened = 0;

  constructor(
    readonly desk: FakeDesk,
    readonly clock: FakeClock = new FakeClock(),
  ) {}

  /** A page of the person; what they did is shared with their other pages. */
  async open(person = 'ada'): Promise<FakePage> {
    const tabs = this.#tab();
    const kept = this.stores.get(person) ?? new Map<string, Change>();
    this.stores.set(person, kept);
    const page = { closed: false };
    const inner = memoryStore(kept);
    const store = {
      ...inner,
      save: async (put: readonly Change[], remove: readonly Removed[]) => {
        if (!page.closed) await inner.save(structuredClone(put), remove);
      },
    };
    const fetch = ((address: string, init?: RequestInit) => this.desk.fetch(address, init)) as typeof globalThis.fetch;
    const outbox = new Outbox({ person, store, tabs, clock: this.clock, fetch });
    await outbox.start();
    const bench = {
      article: { id: 'a1', title: 'A harbour', publication: 'The Ellery Gazette', language: 'en', scale: plain },
      revision: { number: 1, text: articleText, doc: plainDoc(articleText.split('\n')) },
      me: { id: person, role: 'reviewer' as const },
    };
    const workspace = new Workspace(outbox, bench, this.desk.claims());
    const close = async () => {
      page.closed = true;
      outbox.stop();
      await settle();
    };
    return { outbox, workspace, close };
  }

  #tab(): Tabs {
    const id = `tab-${++this.#opened}`;
    this.#widows.set(id, []);
    return {
      id,
      post: (message) => {
        const said = structuredClone(message);
        for (const [tab, hear] of this.#tabs) if (tab !== id) queueMicrotask(() => hear(said));
      },
      listen: (listener) => {
        this.#tabs.set(id, listener);
        return () => this.#tabs.delete(id);
      },
      turn: () => {
        let end = () => {};
        const before = this.#turns;
        this.#turns = new Promise((ended) => {
          end = ended;
        });
        return before.then(() => end);
      },
      whenGone: (tab, then) => {
        const waiting = this.#widows.get(tab);
        if (waiting) waiting.push(then);
        else queueMicrotask(then);
      },
      close: () => {
        this.#tabs.delete(id);
        const waiting = this.#widows.get(id) ?? [];
        this.#widows.delete(id);
        for (const then of waiting) queueMicrotask(then);
      },
    };
  }
}

export type FakePage = { outbox: Outbox; workspace: Workspace; close: () => Promise<void> };
