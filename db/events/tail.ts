import type { Presence } from '@/domain/presence';
import { commits, unavailable } from '../client';
import { everybodyPresent } from '../presence/read';
import { type Line, linesAfter, readHeads } from './read';

/** Milliseconds between two looks for what other processes wrote; what this one writes is seen at once. */
const GLANCE = 250;
/** Milliseconds until the next look after the database could not be asked. */
const RETRY = 1000;
/** Lines read at once. */
const AT_ONCE = 500;

export type Hearing = { lines(lines: readonly Line[]): void; presence(changed: Presence): void };

/**
 * Follows the log and the presence of a database for everybody in this process who listens, by one small query a glance
 * however many they are. Order is total: lines are numbered in the transaction that writes them.
 */
class Tail {
  #hearings = new Set<Hearing>();
  #log: number | null = null;
  #turn = -1;
  #present = new Map<string, Presence>();
  /** when the first of those present counts as gone, by `performance.now()` */
  #lasts = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #again = false;
  readonly #ended: () => void;

  constructor(ended: () => void) {
    this.#ended = ended;
    commits.subscribe(this.#wake);
  }

  /** The number of the last line that was told. */
  get head(): number {
    return this.#log ?? 0;
  }

  /** Who is in which article. */
  get everybody(): Presence[] {
    return [...this.#present.values()];
  }

  /** Tells whatever is written from now on; once it resolves, no line after `head` is missed. */
  async hear(hearing: Hearing): Promise<() => void> {
    this.#hearings.add(hearing);
    const deaf = () => {
      if (!this.#hearings.delete(hearing) || this.#hearings.size > 0) return;
      commits.unsubscribe(this.#wake);
      clearTimeout(this.#timer);
      this.#ended();
    };
    try {
      if (this.#log === null) {
        await this.#look();
        this.#sleep(GLANCE);
      }
      return deaf;
    } catch (error) {
      deaf();
      throw error;
    }
  }

  #wake = (): void => {
    clearTimeout(this.#timer);
    this.#look().then(
      () => this.#sleep(GLANCE),
      (error: unknown) => {
        if (!unavailable(error)) console.error(error);
        this.#sleep(RETRY);
      },
    );
  };

  #sleep(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#hearings.size > 0) this.#timer = setTimeout(this.#wake, milliseconds).unref();
  }

  /** One look at a time; whoever asks during one has another after it. */
  async #look(): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return this.#looking;
    }
    const looking = this.#lookUntilStill();
    this.#looking = looking;
    try {
      await looking;
    } finally {
      if (this.#looking === looking) this.#looking = null;
    }
  }

  async #lookUntilStill(): Promise<void> {
    do {
      this.#again = false;
      const heads = await readHeads();
      await this.#readOn(heads.log);
      if (heads.presence !== this.#turn || performance.now() > this.#lasts) await this.#readPresence(heads.presence);
    } while (this.#again && this.#hearings.size > 0);
    this.#looking = null; // at once: who asks a moment later would find a look that does not look again
  }

  async #readOn(head: number): Promise<void> {
    this.#log ??= head;
    while (this.#log < head) {
      const lines = await linesAfter(this.#log, AT_ONCE);
      const last = lines.at(-1);
      if (!last) return; // a replica that is behind the one that was asked before
      this.#log = last.seq;
      for (const hearing of this.#hearings) hearing.lines(lines);
    }
  }

  async #readPresence(turn: number): Promise<void> {
    const { byArticle, lasts } = await everybodyPresent();
    this.#turn = turn;
    this.#lasts = performance.now() + (lasts + 1) * 1000;
    for (const articleId of new Set([...this.#present.keys(), ...byArticle.keys()])) {
      const presence = { articleId, present: byArticle.get(articleId) ?? [] };
      if (JSON.stringify(presence) === JSON.stringify(this.#present.get(articleId))) continue;
      if (presence.present.length === 0) this.#present.delete(articleId);
      else this.#present.set(articleId, presence);
      for (const hearing of this.#hearings) hearing.presence(presence);
    }
  }
}

/** A bundler may load this module more than once; a process has one tail all the same. */
const PROCESS_WIDE: unique symbol = Symbol.for('stet.tail');
const holder = globalThis as typeof globalThis & { [PROCESS_WIDE]?: Tail };

/** The tail of this process, which begins with the first who listens and ends with the last. */
export function tail(): Tail {
  const current = holder[PROCESS_WIDE];
  if (current) return current;
  const made: Tail = new Tail(() => {
    if (holder[PROCESS_WIDE] === made) holder[PROCESS_WIDE] = undefined;
  });
  holder[PROCESS_WIDE] = made;
  return made;
}
