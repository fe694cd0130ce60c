import { type Blindness, sighted } from '@/domain/blind';
import type { Message } from '@/domain/event';
import type { Permit } from '@/domain/permission';
import type { Presence } from '@/domain/presence';
import { ok, type Result } from '@/domain/result';
import { readArticle } from '../articles/read';
import { database, unavailable } from '../client';
import { presentPresence } from '../presence/present';
import { blindTo } from '../second-verdicts/blind';
import { presentEvent } from './present';
import { concerns, type Line, missedLines, readHeads } from './read';
import { tail } from './tail';

/** The most lines that whoever was away is told one by one. */
export const MOST_MISSED = 1000;

/** Milliseconds until the next try after the database could not be asked. */
const RETRY = 1000;

/** Whether somebody may be blind to another claim after a line, or not any more. */
const turnsBlindness = ({ type }: Line): boolean => type.startsWith('second-verdict.');

export type From = {
  /** the number of the last line that the caller knows; null: tell only what is new */
  after: number | null;
  /** null: all articles of the desk */
  articleId: string | null;
};

export type Following = {
  /** the number up to which everything has been told */
  head(): number;
  /** goes on for the caller as they are now */
  renew(permit: Permit<'read'>): void;
  stop(): void;
};

/**
 * Tells somebody what is done in an article, or at the whole desk, from a line of the log on: first what they missed,
 * then what comes, each line once and in order; and who is there. `rightsChanged` when rights may have: ask again.
 */
export async function follow(
  permit: Permit<'read'>,
  { after, articleId }: From,
  give: (message: Message) => void,
  rightsChanged: () => void,
): Promise<Result<Following>> {
  const article = articleId === null ? ok(null) : await readArticle(permit, articleId);
  if (!article.ok) return article;
  const follower = new Follower(permit, articleId, give, rightsChanged);
  await follower.begin(after);
  return ok(follower);
}

class Follower implements Following {
  #stop = () => {};
  #told = 0;
  /** what came while the missed lines were being read */
  #waiting: Line[] | null = [];
  #blindness: Blindness = sighted;
  /** who was where, as last told, by article */
  readonly #present = new Map<string, string>();
  #tail = tail();

  constructor(
    private permit: Permit<'read'>,
    private readonly articleId: string | null,
    private readonly give: (message: Message) => void,
    private readonly rightsChanged: () => void,
  ) {}

  async begin(after: number | null): Promise<void> {
    this.#blindness = await blindTo(database().read, this.permit.actor);
    this.#tail = tail(); // at once: one that was asked for earlier may have ended with its last listener meanwhile
    this.#stop = await this.#tail.hear({ lines: this.#hear, presence: this.#tellPresence });
    try {
      await this.#catchUp(after);
    } catch (error) {
      this.stop();
      throw error;
    }
  }

  /** Tells what waited, to a person who is as blind as they are since the last of it; looks again while that may change. */
  async #goOn(): Promise<void> {
    let known = -1;
    while (this.#waiting && (known < 0 || this.#waiting.slice(known).some(turnsBlindness))) {
      known = this.#waiting.length;
      this.#blindness = await blindTo(database().read, this.permit.actor);
    }
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    this.#tell(waiting);
    for (const presence of this.#tail.everybody) this.#tellPresence(presence);
  }

  #goOnLater = (): void => {
    this.#goOn().catch((error: unknown) => {
      if (!unavailable(error)) console.error(error);
      setTimeout(this.#goOnLater, RETRY).unref();
    });
  };

  head = (): number => Math.max(this.#told, this.#tail.head);

  renew(permit: Permit<'read'>): void {
    this.permit = permit;
  }

  stop = (): void => this.#stop();

  async #catchUp(after: number | null): Promise<void> {
    this.#told = after ?? this.#tail.head;
    const missed = after === null ? [] : await missedLines(this.articleId, after, MOST_MISSED + 1, this.#blindness);
    if (missed.length > MOST_MISSED || (await this.#isUnknown(after))) {
      this.#told = this.#tail.head;
      this.give({ event: 'behind', data: { head: this.#told } });
    } else {
      this.give({ event: 'ready', data: { head: this.#told } });
      this.#tell(missed);
    }
    await this.#goOn();
  }

  /** Whether a number is none of this log's, as when a backup was put in the place of the database. */
  #isUnknown = async (after: number | null): Promise<boolean> =>
    after !== null && after > this.#tail.head && after > (await readHeads()).log;

  #hear = (lines: readonly Line[]): void => {
    if (lines.some(({ type }) => /^(person|token)\./.test(type))) this.rightsChanged();
    if (this.#waiting) this.#waiting.push(...lines);
    else if (lines.some(turnsBlindness)) {
      this.#waiting = [...lines];
      this.#goOnLater();
    } else this.#tell(lines);
  };

  #tell(lines: readonly Line[]): void {
    for (const line of lines) {
      if (line.seq <= this.#told || !concerns(this.articleId, line)) continue;
      this.#told = line.seq;
      const event = presentEvent(line, this.#blindness);
      if (event) this.give({ event: 'activity', data: event });
    }
  }

  #tellPresence = (presence: Presence): void => {
    if (this.articleId !== null && presence.articleId !== this.articleId) return;
    const shown = presentPresence(presence, this.#blindness);
    const words = JSON.stringify(shown);
    if (words === this.#present.get(presence.articleId)) return; // what changed is nothing that they may see
    this.#present.set(presence.articleId, words);
    this.give({ event: 'presence', data: shown });
  };
}
