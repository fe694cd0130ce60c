import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@/db/client';
import { remindOfDue } from '@/db/notifications/due';

/** Milliseconds between two glances at what falls due, each two indexed reads. */
const GLANCE = 60_000;

export type Reminding = {
  /** resolves when nothing runs any more */
  stop: () => Promise<void>;
};

/** Tells people of what falls due, for as long as this process runs. Any number of processes may do so on one database. */
export function startReminding(glance = GLANCE): Reminding {
  const end = new AbortController();
  const reminding = remind(glance, end.signal);
  const stop = async () => {
    end.abort();
    await reminding;
  };
  return { stop };
}

async function remind(glance: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await remindOfDue().catch((thrown: unknown) => {
      if (!unavailable(thrown)) console.error(thrown);
    });
    await pause(glance, undefined, { signal }).catch(() => undefined); // rejects as we end, and only then
  }
}
