import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '@/domain/result';
import type { Followed } from '@/domain/revision';
import type { Job } from './job';

/** How long one text may take to be gone through, in ms, and how large its worker's heap may grow, in MB. */
export const LIMITS = { time: 20_000, memory: 768 };
/** How long a worker may take to start, in ms, on a machine that does much else. */
const START_LIMIT = 60_000;

const WAY_ON = 'Add the text in parts, each as a revision, or take out what is not the article’s.';
const tooSlow = (time: number) =>
  refuse(
    'malformed',
    'following-too-slow',
    `Finding the claims in the new text takes longer than the ${time / 1000} seconds it may. ${WAY_ON}`,
  );
const tooMuch = () =>
  refuse(
    'malformed',
    'following-too-complex',
    `Finding the claims in the new text takes more memory than it may. ${WAY_ON}`,
  );

type Outcome = { found: Followed[] } | { refused: Result<never> } | { thrown: unknown };

/** Of a class of its own, so that Next's bundler does not take the worker's file, which runs from the sources, apart. */
class Thread extends Worker {}

/** The working directory is the checkout: every command sees to that. */
const entry = () => join(process.cwd(), 'db', 'revisions', 'apart', 'entry.mjs');

/** A worker that follows places into one text at a time, within limits of time and memory. Once `ended` it takes no more. */
export class Follower {
  ended = false;
  readonly #worker: Thread;
  readonly #ready: Promise<void>;
  #settle: ((outcome: Outcome) => void) | null = null;

  constructor(readonly limits = LIMITS) {
    const resourceLimits = { maxOldGenerationSizeMb: limits.memory };
    this.#worker = new Thread(entry(), { execArgv: [], resourceLimits });
    this.#ready = new Promise((resolve) => this.#worker.once('message', () => resolve()));
    this.#worker.on(
      'message',
      (message: 'ready' | { found: Followed[] }) => message !== 'ready' && this.#settle?.(message),
    );
    this.#worker.on('error', (error: Error & { code?: string }) => {
      this.ended = true;
      this.#settle?.(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { refused: tooMuch() } : { thrown: error });
    });
    this.#worker.on('exit', (code) => {
      this.ended = true;
      this.#settle?.({ thrown: new Error(`The worker that follows claims ended with ${code}.`) });
    });
    this.#worker.unref();
  }

  /** What becomes of the places, or a refusal where that takes too long or too much memory. */
  async follow(job: Job): Promise<Result<Followed[]>> {
    this.#worker.ref();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const outcome = await new Promise<Outcome>((resolve) => {
        this.#settle = resolve;
        const giveUp = () => {
          this.end();
          resolve({ refused: tooSlow(this.limits.time) });
        };
        timer = setTimeout(giveUp, START_LIMIT);
        void this.#ready.then(() => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, this.limits.time);
          this.#worker.postMessage(job);
        });
      });
      if ('thrown' in outcome) throw outcome.thrown;
      return 'refused' in outcome ? outcome.refused : ok(outcome.found);
    } finally {
      clearTimeout(timer);
      this.#settle = null;
      this.#worker.unref();
    }
  }

  end(): void {
    this.ended = true;
    void this.#worker.terminate();
  }
}
