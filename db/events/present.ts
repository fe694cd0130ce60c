import type { Event } from '@/domain/event';
import type { Permit } from '@/domain/permission';
import type { Line } from './read';

/** A line of the log as an event for this caller; null where they may not know of it. */
export const presentEvent = (_caller: Permit<'read'>, { seq, ...line }: Line): Event | null => ({
  id: String(seq),
  ...line,
});
