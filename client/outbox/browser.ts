import { systemClock } from './clock';
import { Outbox } from './outbox';
import { indexedStore } from './store';
import { browserTabs } from './tabs';

let current: Outbox | null = null;

/**
 * The outbox of the person who is signed in on this page. Sends at once what was typed when the page is hidden, and
 * asks before the page is closed while there is something unsent.
 */
export function outboxOf(person: string): Outbox {
  if (current?.person === person) return current;
  current?.stop();
  const outbox = new Outbox({
    person,
    store: indexedStore(person),
    tabs: browserTabs(person),
    clock: systemClock,
    fetch: (...request) => globalThis.fetch(...request),
  });
  current = outbox;
  listen(outbox);
  outbox.start();
  return outbox;
}

function listen(outbox: Outbox): void {
  const mine = (then: () => void) => () => {
    if (current === outbox) then();
  };
  addEventListener(
    'online',
    mine(() => outbox.network(true)),
  );
  addEventListener(
    'offline',
    mine(() => outbox.network(false)),
  );
  addEventListener('pagehide', mine(outbox.flush));
  document.addEventListener('visibilitychange', mine(outbox.flush));
  addEventListener('beforeunload', (event) => {
    if (current === outbox && outbox.state().queue.length > 0) event.preventDefault();
  });
  if (!navigator.onLine) outbox.network(false);
}
