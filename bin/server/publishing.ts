import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@/db/client';
import { publishDue } from '@/db/schedules/due';

/** Milliseconds between two glances at what is due, each one indexed read: an edition is out within seconds of its hour. */
const GLANCE = 5000;

export type Publishing = {
  /** lets what is being published end and resolves when nothing runs any more */
  stop: () => Promise<void>;
};

/**
 * Publishes scheduled editions as their hour comes, those first whose hour passed while no server ran. Any number of
 * processes may do so on one database: each edition is published by one of them.
 */
export function startPublishing(glance = GLANCE): Publishing {
  const end = new AbortController();
  const publishing = publish(glance, end.signal);
  const stop = async () => {
    end.abort();
    await publishing;
  };
  return { stop };
}

async function publish(glance: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      while (!signal.aborted && (await publishDue()));
    } catch (error) {
      if (!unavailable(error)) console.error(error);
    }
    await pause(glance, undefined, { signal }).catch(() => undefined); // rejects as we end, and only then
  }
}
