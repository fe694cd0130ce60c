import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Milliseconds before a script that could not be fetched is asked for again. */
const PAUSE = 3000;

async function insisting<P>(load: () => Promise<ComponentType<P>>): Promise<{ default: ComponentType<P> }> {
  for (;;) {
    try {
      return { default: await load() };
    } catch {
      // no network: whoever waits goes on waiting, and nothing on the page is lost to an error
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 10_000 });
  else setTimeout(run, 2000);
};

/**
 * Fetches a component's script once the browser is idle, so that it is there when it is wanted and the network is not;
 * asks for it again while it cannot be had. What is given back fetches it at once, or says what came.
 */
export function arriving<P>(load: () => Promise<ComponentType<P>>): () => Promise<{ default: ComponentType<P> }> {
  let coming: Promise<{ default: ComponentType<P> }> | undefined;
  const fetched = () => {
    coming ??= insisting(load);
    return coming;
  };
  if (typeof window !== 'undefined') whenIdle(() => void fetched());
  return fetched;
}

/** A component whose script comes after the page's own; a Suspense around it shows what stands there until then. */
export const later = <P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(arriving(load));
