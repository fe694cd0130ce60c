import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse } from '@/domain/result';
import type { Import } from '../article';
import type { Done, Job } from './serve';

/** How long one import may be read, in ms (a page of 5 MB takes a few seconds), and how large its heap may grow, in MB. */
export const LIMITS = { time: 20_000, memory: 768 };
/** How long a worker may take to start, in ms, on a machine that does much else. */
const START_LIMIT = 60_000;

const tooSlow = (time: number): Import =>
  refuse(
    'malformed',
    'import-too-slow',
    `This takes longer to read than the ${time / 1000} seconds it may. Paste the article’s text instead.`,
  );
const tooMuch = (): Import =>
  refuse(
    'malformed',
    'import-too-complex',
    'This takes more memory to read than it may. Paste the article’s text instead.',
  );

/** Of a class of its own, so that Next's bundler does not take the worker's file, which runs from the sources, apart. */
class Thread extends Worker {}

/** The working directory is the checkout: every command sees to that. */
const entry = () => join(process.cwd(), 'formats', 'import', 'worker', 'entry.mjs');

/** A worker that reads one import at a time, within limits of time and memory. Once `ended` it takes no more. */
export class Reader {
  ended = false;
  private readonly worker: Thread;
  private settle: ((outcome: { read: Import } | { thrown: unknown }) => void) | null = null;
  private readonly ready: Promise<void>;

  constructor(private readonly limits = LIMITS) {
    this.worker = new Thread(entry(), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    this.ready = new Promise((resolve) => this.worker.once('message', () => resolve()));
    this.worker.on('message', (message: Done | 'ready') => message !== 'ready' && this.settle?.(message));
    this.worker.on('error', (error: Error & { code?: string }) => {
      this.ended = true;
      this.settle?.(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { read: tooMuch() } : { thrown: error });
    });
    this.worker.on('exit', (code) => {
      this.ended = true;
      this.settle?.({ thrown: new Error(`The import's worker ended with ${code}.`) });
    });
    this.worker.unref();
  }

  /** Reads one import, or refuses it when it takes too long or too much memory. */
  async read(job: Job): Promise<Import> {
    this.worker.ref();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const outcome = await new Promise<{ read: Import } | { thrown: unknown }>((resolve) => {
        this.settle = resolve;
        const giveUp = () => {
          this.end();
          resolve({ read: tooSlow(this.limits.time) });
        };
        timer = setTimeout(giveUp, START_LIMIT);
        void this.ready.then(() => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, this.limits.time);
          this.worker.postMessage(job);
        });
      });
      if ('thrown' in outcome) throw outcome.thrown;
      return outcome.read;
    } finally {
      clearTimeout(timer);
      this.settle = null;
      this.worker.unref();
    }
  }

  end(): void {
    this.ended = true;
    void this.worker.terminate();
  }
}
