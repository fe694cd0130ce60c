import { ok, type Result } from '@/domain/result';
import type { Followed } from '@/domain/revision';
import { Follower } from './follower';
import { followed, type Job, sizeOf } from './job';

export type { Job } from './job';

/** Two, so that one hostile text keeps nobody waiting. */
const MOST_FOLLOWERS = 2;
/** How many texts may wait for a worker; the next is asked to come again. */
const MOST_WAITING = 8;
/** How long a worker waits for work before it gives its memory back, in ms. */
const IDLE = 60_000;
/** Up to this size (`sizeOf`) even hostile texts are gone through in a tenth of a second: sooner than a worker is asked. */
const SMALL = 5_000_000;

type Pool = { idle: Follower[]; busy: number; waiting: (() => void)[] };

/** One for the process: Next may load this module once for each route. */
const home = globalThis as { stetFollowers?: Pool };
const pool = (): Pool => {
  home.stetFollowers ??= { idle: [], busy: 0, waiting: [] };
  return home.stetFollowers;
};

const tooMany = (): Result<never> => ({
  ok: false,
  refusal: {
    kind: 'too-many',
    retryAfter: 10,
    problems: [
      {
        rule: 'following-busy',
        message: 'Several large texts are being gone through just now. Try again in some seconds.',
      },
    ],
  },
});

/**
 * What becomes of places in a new text. All but what is done in a moment is done in a worker, so that no text, however
 * hostile, keeps the server from answering others; what takes over 20 seconds or over 768 MB is refused.
 */
export async function followApart(job: Job): Promise<Result<Followed[]>> {
  if (sizeOf(job) <= SMALL) return ok(followed(job));
  const { waiting } = pool();
  if (pool().busy < MOST_FOLLOWERS) pool().busy += 1;
  else if (waiting.length >= MOST_WAITING) return tooMany();
  else await new Promise<void>((resolve) => waiting.push(resolve)); // who leaves hands its place on
  const follower = pool().idle.pop() ?? new Follower();
  try {
    return await follower.follow(job);
  } finally {
    if (!follower.ended) rest(follower);
    const next = waiting.shift();
    if (next) next();
    else pool().busy -= 1;
  }
}

function rest(follower: Follower): void {
  const { idle } = pool();
  idle.push(follower);
  setTimeout(() => {
    const at = idle.indexOf(follower);
    if (at < 0) return;
    idle.splice(at, 1);
    follower.end();
  }, IDLE).unref();
}
