import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@/db/client';
import { claimDelivery, moveOn, settleDelivery } from '@/db/webhooks/deliver';
import { attemptAt, type Outgoing } from '@/formats/outgoing';

/** Milliseconds between two glances at what is to be told. */
const GLANCE = 2_000;
/** How many messages a process delivers side by side, each to another receiver, so that a slow one keeps no other waiting. */
const AT_ONCE = 3;

export type Delivering = {
  /** ends deliveries under way, which are tried again, and resolves when nothing runs any more */
  stop: () => Promise<void>;
};
type Way = Pick<Outgoing, 'allow' | 'resolve' | 'patience'> & { origin: string };

/**
 * Tells receivers what happens, beside whatever else this process does. Any number of processes may do so on one
 * database: each message is taken by one of them.
 */
export function startDelivering(way: Way, glance = GLANCE): Delivering {
  const end = new AbortController();
  const delivering = deliver(way, glance, end.signal);
  const stop = async () => {
    end.abort();
    await delivering;
  };
  return { stop };
}

async function deliver(way: Way, glance: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const under = Array.from({ length: AT_ONCE }, () => deliverDue(way, signal));
    for (const each of await Promise.allSettled([...under, moveOn()])) {
      if (each.status === 'rejected' && !unavailable(each.reason)) console.error(each.reason);
    }
    await pause(glance, undefined, { signal }).catch(() => undefined); // rejects as we end, and only then
  }
}

async function deliverDue(way: Way, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claimed = await claimDelivery(way.origin);
    if (claimed === null) return;
    const attempt = await attemptAt(claimed.url, claimed.message, { ...way, signal });
    await settleDelivery(claimed, attempt);
  }
}
