import { z } from 'zod';

/** When something should be done, or null for at no given time. */
export const dueSchema = z.iso.datetime({ error: 'Give the time in UTC, as in 2026-11-25T17:30:00Z.' }).nullable();

/** A due time as it is stored and compared: with milliseconds, so that it sorts as text. */
export const asInstant = (due: string | null): string | null => (due === null ? null : new Date(due).toISOString());

/** How long before its time something counts as due soon, in milliseconds. */
export const SOON = 3_600_000;

export type Dueness = 'overdue' | 'soon' | 'later' | 'never';

/** How near a due time is; `now` in milliseconds since the epoch. */
export function duenessOf(due: string | null, now: number): Dueness {
  if (due === null) return 'never';
  const left = Date.parse(due) - now;
  if (left <= 0) return 'overdue';
  return left <= SOON ? 'soon' : 'later';
}
