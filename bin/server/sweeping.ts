import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@/db/client';
import { sweepErased } from '@/db/erasing/sweep';

/** Milliseconds between two glances at what is left to sweep: one read of an index that is nearly always empty. */
const GLANCE = 60_000;

export type Sweeping = {
  /** resolves when nothing runs any more */
  stop: () => Promise<void>;
};

/**
 * Takes what was erased out of the database file where that could not be done at once, because another process read it or
 * this one ended. Any number of processes may do so on one database.
 */
export function startSweeping(glance = GLANCE): Sweeping {
  const end = new AbortController();
  const sweeping = sweep(glance, end.signal);
  const stop = async () => {
    end.abort();
    await sweeping;
  };
  return { stop };
}

async function sweep(glance: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sweepErased().catch((thrown: unknown) => {
      if (!unavailable(thrown)) console.error(thrown);
    });
    await pause(glance, undefined, { signal }).catch(() => undefined); // rejects as we end, and only then
  }
}
