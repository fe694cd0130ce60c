import type { Event } from '@/domain/event';
import type { Clock } from '../outbox/clock';
import type { News, Stream } from '../stream/stream';
import type { Workspace } from './workspace';

/** Milliseconds for which the news of claims is gathered, so that a burst of writes costs one read of each claim. */
const gather = 60;
/** Claims read side by side; of more than `many` the whole list is read instead. */
const sideBySide = 4;
const many = 25;
/** Milliseconds until what could not be read is asked for again. */
const patience = 2000;

/**
 * Keeps a workspace as the desk has it: whatever others do to a claim, it is read anew by the API. Events name what
 * changed and never say how, so that everybody reads just what they may see. Answers how to stop.
 */
export function keepLive(
  workspace: Workspace,
  stream: Pick<Stream, 'follow'>,
  since: number,
  clock: Clock,
): () => void {
  const reader = new Reader(workspace, clock);
  const stop = stream.follow(since, (news) => reader.hear(news));
  return () => {
    stop();
    reader.stop();
  };
}

/** Whether the list of an article's claims, or its text, may be another after this. */
const isOfArticle = ({ claimId, type }: Event): boolean => claimId === null && /^(revision|annotations)\./.test(type);

class Reader {
  #claims = new Set<string>();
  #reading = new Set<string>();
  #all = false;
  #readingAll = false;
  #later: (() => void) | null = null;
  #failed = new Set<string>();
  #retry: (() => void) | null = null;
  #stopped = false;

  constructor(
    readonly workspace: Workspace,
    readonly clock: Clock,
  ) {}

  hear(news: News): void {
    if (news === 'anew') this.#all = true;
    else if (news.articleId !== this.workspace.bench.article.id) return;
    else if (isOfArticle(news)) this.#all = true;
    else if (news.claimId === null) return;
    else {
      this.workspace.heard(news);
      this.#claims.add(news.claimId);
    }
    this.#later ??= this.clock.later(gather, this.#read);
  }

  stop(): void {
    this.#stopped = true;
    this.#later?.();
    this.#retry?.();
  }

  /** Reads what is due. A claim of which more is heard while it is read is read again: that answer may be older. */
  #read = (): void => {
    this.#later = null;
    if (this.#stopped) return;
    if (this.#all || this.#claims.size > many) void this.#readAll();
    else
      for (const id of this.#claims) {
        if (this.#reading.size >= sideBySide) return; // each that ends asks for the next
        if (!this.#reading.has(id)) void this.#readOne(id);
      }
  };

  async #readAll(): Promise<void> {
    if (this.#readingAll) return;
    this.#readingAll = true;
    this.#all = false;
    this.#claims.clear();
    const heard = await this.workspace.refresh();
    this.#readingAll = false;
    if (heard) this.#read();
    else this.#retryAll();
  }

  #retryAll(): void {
    this.#all = true;
    this.#later ??= this.clock.later(patience, this.#read);
  }

  async #readOne(id: string): Promise<void> {
    this.#claims.delete(id);
    this.#reading.add(id);
    const answer = await this.workspace.outbox.read(id);
    this.#reading.delete(id);
    if (!answer.ok && (answer.offline || answer.status >= 429)) this.#again(id);
    this.#read();
  }

  /** Not before some time has passed: the desk does not answer, or asked for patience. */
  #again(id: string): void {
    this.#failed.add(id);
    this.#retry ??= this.clock.later(patience, () => {
      this.#retry = null;
      for (const each of this.#failed) this.#claims.add(each);
      this.#failed.clear();
      this.#read();
    });
  }
}
