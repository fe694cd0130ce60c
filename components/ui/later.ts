import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { toast } from './announcer';

/** Milliseconds before a script that could not be fetched is asked for again. */
const PAUSE = 3000;

async function insisting<P>(
  load: () => Promise<ComponentType<P>>,
  onFailure: () => void = () => {},
): Promise<{ default: ComponentType<P> }> {
  for (;;) {
    try {
      return { default: await load() };
    } catch {
      // no network: whoever waits goes on waiting, and nothing on the page is lost to an error
      onFailure();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 10_000 });
  else setTimeout(run, 2000);
};

/** What fetches a script once, however often it is called, and asks for it again while it cannot be had. */
function once<P>(
  load: () => Promise<ComponentType<P>>,
  onFailure?: () => void,
): () => Promise<{ default: ComponentType<P> }> {
  let coming: Promise<{ default: ComponentType<P> }> | undefined;
  return () => {
    coming ??= insisting(load, onFailure);
    return coming;
  };
}

/**
 * Fetches a component's script once the browser is idle, so that it is there when it is wanted and the network is not.
 * What is given back fetches it at once, or says what came.
 */
export function arriving<P>(load: () => Promise<ComponentType<P>>): () => Promise<{ default: ComponentType<P> }> {
  const fetched = once(load);
  if (typeof window !== 'undefined') whenIdle(() => void fetched());
  return fetched;
}

/** A component whose script comes after the page's own; a Suspense around it shows what stands there until then. */
export const later = <P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(arriving(load));

/**
 * A component that most pages never show, or that shows what it has to ask the server for anyway: its script is fetched when
 * it is first wanted, and where it cannot be had that is said. `fetch` does so ahead, when it is about to be, as by whoever opens the menu that leads to it.
 */
export function onDemand<P>(load: () => Promise<ComponentType<P>>): {
  Part: LazyExoticComponent<ComponentType<P>>;
  fetch: () => void;
} {
  let wanted = false;
  let told = false;
  const fetched = once(load, () => {
    if (!wanted || told) return;
    told = true;
    toast({
      kind: 'danger',
      text: 'This part of the page cannot be fetched just now; it is asked for until it comes. If it does not, reload the page.',
    });
  });
  const show = () => {
    wanted = true;
    return fetched();
  };
  return { Part: lazy(show), fetch: () => void fetched() };
}

/** Fetches what a page turns out to need, once the browser is idle. */
export const fetchWhenIdle = (...parts: readonly { fetch: () => void }[]): void =>
  whenIdle(() => {
    for (const part of parts) part.fetch();
  });
