import { v7 as timeOrdered } from 'uuid';
import type { Quote } from '@/domain/anchor';
import { etagOf } from '@/domain/canonical';
import { type Comment, isOpen, type Thread } from '@/domain/discussion';
import { type Answer, call } from './call';
import type { Clock } from './outbox/clock';
import { type Refused, refusedBy } from './refusal';
import type { Stream } from './stream/stream';

/** Milliseconds for which what is heard is gathered, so that a burst of talk costs one read. */
const GATHER = 150;
/** Activity that may change a thread: what is said, decisions, and evidence that moves. */
const changesThreads = /^(thread|comment|revision)\.|^claim\.(approved|returned|merged|took-in|gave-back)$/;

/** What is being said, to whom it is said. */
export type Saying =
  | { on: 'claim'; claimId: string; evidenceId?: string }
  | { on: 'words'; anchor: Quote; revision: number }
  | { on: 'thread'; threadId: string }
  | { on: 'comment'; comment: Comment };

/** The key under which a text is sent: the same text again has the same one, so that it is never said twice. */
export type SentUnder = { key: string; body: string } | null;
export const sentUnder = (before: SentUnder, body: string): NonNullable<SentUnder> =>
  before?.body === body ? before : { key: timeOrdered(), body };

export type Said = { refused: Refused; thread: null } | { refused: null; thread: Thread | null };

/**
 * The discussion of one article as this browser knows it, and what a person can do in it. What they type stays with
 * them until it is acknowledged, so nothing is queued here. For `useSyncExternalStore`: `subscribe` and `threads`.
 */
export class Discussion {
  #threads: readonly Thread[];
  #open: ReadonlyMap<string | null, number>;
  #listeners = new Set<() => void>();

  constructor(
    readonly articleId: string,
    readonly person: string,
    threads: readonly Thread[],
  ) {
    this.#threads = threads;
    this.#open = openOnEach(threads);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  threads = (): readonly Thread[] => this.#threads;
  /** how many threads are open on a claim and its evidence; null for words of the article */
  openOn = (claimId: string | null): number => this.#open.get(claimId) ?? 0;

  /** Asks for the threads again whenever somebody says something or resolves one, also of a return; answers how to stop. */
  keepLive(stream: Pick<Stream, 'follow'>, since: number, clock: Clock): () => void {
    let waiting: (() => void) | null = null;
    const again = () => {
      waiting = null;
      void this.refresh();
    };
    const stop = stream.follow(since, (news) => {
      const concerns = news === 'anew' || (news.articleId === this.articleId && changesThreads.test(news.type));
      if (concerns) waiting ??= clock.later(GATHER, again);
    });
    return () => {
      stop();
      waiting?.();
    };
  }

  /** Asks the server for every thread of the article. */
  async refresh(): Promise<void> {
    const all: Thread[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: string; cursor?: string } = cursor ? { limit: '200', cursor } : { limit: '200' };
      const answer = await call('listThreads', { params: { id: this.articleId }, query });
      if (!answer.ok) return;
      all.push(...answer.value.items);
      cursor = answer.next;
    } while (cursor);
    this.#take(all);
  }

  /** Says something, or says it otherwise; the thread as it is after that, or why it was not taken. */
  async say(what: Saying, { key, body }: NonNullable<SentUnder>): Promise<Said> {
    const answer = await this.#send(what, body, key);
    const refused = refusedBy(answer);
    if (refused || !answer.ok) return { refused: refused ?? { fields: {}, whole: [] }, thread: null };
    const threadId = 'threadId' in answer.value ? answer.value.threadId : answer.value.id;
    return { refused: null, thread: await this.#learn(threadId) };
  }

  /** Withdraws a comment for good; null when it is done. */
  async withdraw(comment: Comment): Promise<Refused | null> {
    const ifMatch = etagOf(comment);
    const answer = await call('withdrawComment', { params: { id: comment.id }, ifMatch, person: this.person });
    await this.#learn(comment.threadId);
    return refusedBy(answer);
  }

  /** Resolves a thread, or opens it again, as it is shown here; null when it is done. */
  async turn(thread: Thread): Promise<Refused | null> {
    const route = isOpen(thread) ? 'resolveThread' : 'reopenThread';
    const answer = await call(route, { params: { id: thread.id }, ifMatch: etagOf(thread), person: this.person });
    if (answer.ok) this.#put(answer.value);
    else await this.#learn(thread.id);
    return refusedBy(answer);
  }

  #send(what: Saying, body: string, key: string): Promise<Answer<Comment | Thread>> {
    const how = { key, person: this.person };
    switch (what.on) {
      case 'claim': {
        const { claimId, evidenceId } = what;
        return call('addComment', { ...how, params: { id: claimId }, body: { body, evidenceId } });
      }
      case 'words': {
        const { anchor, revision } = what;
        return call('openThread', { ...how, params: { id: this.articleId }, body: { body, anchor, revision } });
      }
      case 'thread':
        return call('reply', { ...how, params: { id: what.threadId }, body: { body } });
      case 'comment': {
        const { comment } = what;
        return call('editComment', { ...how, params: { id: comment.id }, ifMatch: etagOf(comment), body: { body } });
      }
    }
  }

  async #learn(id: string): Promise<Thread | null> {
    const answer = await call('readThread', { params: { id } });
    if (answer.ok) this.#put(answer.value);
    return answer.ok ? answer.value : null;
  }

  #put(thread: Thread): void {
    const others = this.#threads.filter(({ id }) => id !== thread.id);
    this.#take([...others, thread].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  #take(threads: readonly Thread[]): void {
    this.#threads = threads;
    this.#open = openOnEach(threads);
    for (const listener of this.#listeners) listener();
  }
}

function openOnEach(threads: readonly Thread[]): Map<string | null, number> {
  const many = new Map<string | null, number>();
  for (const { claimId } of threads.filter(isOpen)) many.set(claimId, (many.get(claimId) ?? 0) + 1);
  return many;
}
