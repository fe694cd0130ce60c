import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@/db/client';
import { type ClaimedMail, claimMail } from '@/db/mail/claim';
import { messageFor } from '@/db/mail/content';
import { gatherDigests } from '@/db/mail/gather';
import { dropMail, settleMail } from '@/db/mail/settle';
import type { Handing, MailToSend } from '@/domain/mail';
import { letterOf } from '@/formats/mail/letter';
import { handOn, type MailWay } from '@/formats/outgoing';

/** Milliseconds between two glances at what is to be mailed, each a few indexed reads. */
const GLANCE = 5_000;
/** How many messages a process sends side by side. */
const AT_ONCE = 2;
/** Milliseconds that messages under way are given once the process ends: one that is broken off may be sent twice. */
const GRACE = 5_000;

export type Mailing = {
  /** lets messages under way end, or breaks them off after a while, and resolves when nothing runs any more */
  stop: () => Promise<void>;
};
type Way = Pick<MailWay, 'server' | 'from' | 'patience' | 'ca'> & { origin: string };

/**
 * Mails what waits to be, beside whatever else this process does. Any number of processes may do so on one database: each
 * message is taken by one of them. One that was handed over just before a process died, and of which nothing could be
 * kept, is sent again under its Message-ID.
 */
export function startMailing(way: Way, glance = GLANCE): Mailing {
  const end = new AbortController();
  const breakOff = new AbortController();
  const mailing = mail({ ...way, signal: breakOff.signal }, glance, end.signal);
  const stop = async () => {
    end.abort();
    const late = setTimeout(() => breakOff.abort(), GRACE);
    await mailing;
    clearTimeout(late);
  };
  return { stop };
}

async function mail(way: Way & { signal: AbortSignal }, glance: number, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    await Promise.allSettled([gatherDigests()]).then(told);
    await Promise.allSettled(Array.from({ length: AT_ONCE }, () => sendDue(way, end))).then(told);
    await pause(glance, undefined, { signal: end }).catch(() => undefined); // rejects as we end, and only then
  }
}

function told(outcomes: PromiseSettledResult<void>[]): void {
  for (const each of outcomes) if (each.status === 'rejected' && !unavailable(each.reason)) console.error(each.reason);
}

async function sendDue(way: Way & { signal: AbortSignal }, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    const claimed = await claimMail();
    if (claimed === null) return;
    await send(claimed, way);
  }
}

async function send(claimed: ClaimedMail, way: Way & { signal: AbortSignal }): Promise<void> {
  const message = await messageFor(claimed);
  if (message === null) return dropMail(claimed);
  const handing: Handing =
    'problem' in message ? { is: 'refused', problem: message.problem } : await hand(message, way);
  await settleMail(claimed, handing);
}

const hand = (message: MailToSend, { origin, ...way }: Way & { signal: AbortSignal }): Promise<Handing> =>
  handOn(letterOf(message, origin), way);
