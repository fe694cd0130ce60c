import { setImmediate as turn } from 'node:timers/promises';

/** How long, in milliseconds, database calls may keep the event loop to themselves. */
const SPELL = 8;

let started: number | undefined;

/**
 * Gives timers and sockets their turn once this turn of the event loop has gone on for too long. libSQL answers
 * in microtasks on a file, so that without it a loop of ten thousand awaited inserts stops everything else.
 */
export async function breathe(): Promise<void> {
  if (started === undefined) {
    started = performance.now();
    setImmediate(() => {
      started = undefined;
    });
  } else if (performance.now() - started > SPELL) {
    await turn();
  }
}
