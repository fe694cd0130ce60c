import { systemClock } from '../outbox/clock';
import { Stream } from './stream';
import { browserStreamTabs } from './tabs';

let current: Stream | null = null;

/** The event stream of the person who is signed in on this page, which joins this browser's other tabs. */
export function streamOf(person: string): Stream {
  if (current?.person === person) return current;
  current?.stop();
  const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request);
  const stream = new Stream({ person, clock: systemClock, fetch }, browserStreamTabs(person));
  current = stream;
  listen(stream);
  queueMicrotask(() => stream.start()); // whoever asked for it first says from where it is to go on
  return stream;
}

function listen(stream: Stream): void {
  const mine = (then: () => void) => () => {
    if (current === stream) then();
  };
  addEventListener('online', mine(stream.retryNow));
  addEventListener(
    'pagehide',
    mine(() => stream.leave()),
  );
  document.addEventListener(
    'visibilitychange',
    mine(() => document.visibilityState === 'visible' && stream.retryNow()),
  );
}
