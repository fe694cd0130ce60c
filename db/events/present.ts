import { type Blindness, isReadable } from '@/domain/blind';
import type { Event } from '@/domain/event';
import type { Line } from './read';

/** A line of the log as an event for somebody who is so blind; null where they may not know of it. */
export const presentEvent = ({ seq, ...line }: Line, blindness: Blindness): Event | null =>
  isReadable(line, blindness) ? { id: String(seq), ...line } : null;
