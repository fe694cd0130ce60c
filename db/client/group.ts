import { AsyncResource } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { isPassing, PATIENCE, persist, unavailable } from './busy';
import type { OpenTransaction } from './store';
import type { Turnstile } from './turnstile';

type Job<T> = (transaction: OpenTransaction) => Promise<T>;
type Transact = <T>(job: Job<T>) => Promise<T>;

/** A write that was asked for; its outcome is known once the commit that carries it is on disk. */
type Member = { job: Job<unknown>; until: number; outcome: PromiseSettledResult<unknown> | null };

/** As many writes as one commit carries, and for how long, in milliseconds, it takes more on board. */
const MOST = 32;
const LONG = 50;

/**
 * Writes that wait at the same time share one transaction, each under a savepoint of its own, and one commit, which
 * costs more than most of them. Nobody is told anything, be it a refusal, before that commit is on disk, since each
 * saw what those before it had written.
 */
export class Group {
  readonly #turnstile: Turnstile;
  readonly #transact: Transact;
  readonly #members: Member[] = [];

  constructor(turnstile: Turnstile, transact: Transact) {
    this.#turnstile = turnstile;
    this.#transact = transact;
  }

  /** Patience counts from when the write was asked for, so that a long queue behind a lock fails together. */
  async write<T>(job: Job<T>): Promise<T> {
    const member: Member = { job: AsyncResource.bind(job), until: performance.now() + PATIENCE, outcome: null };
    this.#members.push(member);
    // whoever has not been carried by somebody else's commit when its turn comes makes one itself
    await this.#turnstile.pass(async () => member.outcome ?? this.#lead(member));
    if (member.outcome?.status !== 'fulfilled') throw member.outcome?.reason;
    return member.outcome.value as T;
  }

  /** Settles the first member, and as many after it as one commit carries. */
  async #lead(first: Member): Promise<void> {
    await this.#gather();
    try {
      await persist(() => this.#commit(MOST), first.until);
    } catch (error) {
      await this.#commitAlone(first, error);
    }
  }

  /** A commit that failed for all is tried again for the first alone: what is wrong may be wrong with another. */
  async #commitAlone(first: Member, failure: unknown): Promise<void> {
    try {
      if (unavailable(failure)) throw failure;
      await persist(() => this.#commit(1), first.until);
    } catch (reason) {
      this.#members.shift();
      first.outcome = { status: 'rejected', reason };
    }
  }

  /** Lets what else has come to the sockets be read, for as long as every turn of the event loop brings a write. */
  async #gather(): Promise<void> {
    for (let seen = 0; this.#members.length > seen && seen < MOST; ) {
      seen = this.#members.length;
      await turn();
    }
  }

  async #commit(most: number): Promise<void> {
    const outcomes = await this.#transact(async (transaction) => {
      const done: PromiseSettledResult<unknown>[] = [];
      const full = performance.now() + LONG;
      for (const { job } of this.#members) {
        done.push(await apart(transaction, job));
        if (done.length === most || performance.now() > full) break;
      }
      return done;
    });
    for (const outcome of outcomes) this.#members.shift()!.outcome = outcome;
  }
}

/** Runs a job so that, if it throws, all that it did is undone and nothing else. */
async function apart(transaction: OpenTransaction, job: Job<unknown>): Promise<PromiseSettledResult<unknown>> {
  await transaction.executeMultiple('SAVEPOINT apart');
  try {
    const value = await job(transaction);
    await transaction.executeMultiple('RELEASE apart');
    return { status: 'fulfilled', value };
  } catch (reason) {
    // a lock spoils the connection, and a full disk makes SQLite undo the whole transaction
    if (isPassing(reason) || transaction.closed) throw reason;
    await transaction.executeMultiple('ROLLBACK TO apart; RELEASE apart');
    return { status: 'rejected', reason };
  }
}
