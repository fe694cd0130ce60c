'use client';
import { useSyncExternalStore } from 'react';
import { longDate } from './moment';

const never = () => () => undefined;

/** The zone of the person's machine, such as "Europe/Berlin", as far as it has a name. */
export const ownZone = (): string => new Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone;

/** A moment in the person's own zone, which the text names. The server, which cannot know it, writes it in UTC. */
export function LocalTime({ at, className }: { at: string; className?: string }) {
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <time dateTime={at} title={awake ? `${longDate(at, 'UTC')}; ${ownZone()}` : undefined} className={className}>
      {longDate(at, awake ? undefined : 'UTC')}
    </time>
  );
}
