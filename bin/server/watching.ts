import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@/db/client';
import { atCommandLine } from '@/db/people/identify';
import { claimDue } from '@/db/watches/claim';
import { settleLook } from '@/db/watches/settle';
import { type Permit, permit } from '@/domain/permission';
import type { Outgoing } from '@/formats/outgoing';

/** Milliseconds between two glances at what is due, each one indexed read. */
const GLANCE = 60_000;
/** How many addresses a process looks at side by side, so that one slow site keeps no other waiting. */
const AT_ONCE = 3;

export type Watching = {
  /** ends looks under way, gives their watches back and resolves when nothing runs any more */
  stop: () => Promise<void>;
};
type Way = Pick<Outgoing, 'allow' | 'origin' | 'resolve'>;

/**
 * Looks at the addresses of watched articles as they come due, beside whatever else this process does. Any number of
 * processes may do so on one database: each watch is taken by one of them.
 */
export function startWatching(way: Way, glance = GLANCE): Watching {
  const end = new AbortController();
  const watching = watch(way, glance, end.signal);
  const stop = async () => {
    end.abort();
    await watching;
  };
  return { stop };
}

async function watch(way: Way, glance: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const looking = Array.from({ length: AT_ONCE }, () => lookAtDue(way, signal));
    for (const each of await Promise.allSettled(looking)) {
      if (each.status === 'rejected' && !unavailable(each.reason)) console.error(each.reason);
    }
    await pause(glance, undefined, { signal }).catch(() => undefined); // rejects as we end, and only then
  }
}

async function lookAtDue(way: Way, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claimed = await claimDue();
    if (claimed === null) return;
    const { lookAt } = await import('@/formats/import/look'); // a desk that watches nothing never loads the parsers
    const look = await lookAt(claimed.watched, { ...way, signal, scheduled: true });
    await settleLook(ofServer(), claimed, look);
  }
}

/** The server itself acts as its command line does: the log names nobody. */
function ofServer(): Permit<'annotate'> {
  const permitted = permit(atCommandLine(), 'annotate');
  if (!permitted.ok) throw new Error('The server may not do its own work.');
  return permitted.value;
}
