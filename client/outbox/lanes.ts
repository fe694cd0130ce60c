import type { Change } from './change';

/**
 * A person's changes that are not acknowledged yet, oldest first. Every function on it is pure and
 * gives a new queue; changes that stay the same stay the same object.
 */
export type Queue = readonly Change[];

const byId = (a: Change, b: Change): number => (a.id < b.id ? -1 : 1);

/** A queue with these changes put in their places, each in place of what it was. */
export function put(queue: Queue, changes: readonly Change[]): Queue {
  const ids = new Set(changes.map(({ id }) => id));
  return [...queue.filter(({ id }) => !ids.has(id)), ...changes].sort(byId);
}

export const without = (queue: Queue, id: string): Queue => queue.filter((change) => change.id !== id);

export const replace = (queue: Queue, id: string, by: (change: Change) => Change): Queue =>
  queue.map((change) => (change.id === id ? by(change) : change));

/** The changes of one claim, in order. */
export const laneOf = (queue: Queue, claimId: string): Queue => queue.filter((change) => change.claimId === claimId);

/** The changes by claim, each claim's in order. */
export function lanes(queue: Queue): Map<string, Change[]> {
  const found = new Map<string, Change[]>();
  for (const change of queue) {
    const lane = found.get(change.claimId);
    if (lane) lane.push(change);
    else found.set(change.claimId, [change]);
  }
  return found;
}
