'use client';
import { useSyncExternalStore } from 'react';
import { ago, longDate } from './moment';

const everyMinute = (tick: () => void) => {
  const timer = setInterval(tick, 60_000);
  return () => clearInterval(timer);
};
const thisMinute = () => Math.floor(Date.now() / 60_000);

/**
 * How long ago something was, with the full date on hover. The server cannot know the person's clock or zone, so it
 * writes the date in UTC and the browser replaces it once it has taken over.
 */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const minute = useSyncExternalStore(everyMinute, thisMinute, () => null);
  return (
    <time dateTime={at} title={longDate(at, minute === null ? 'UTC' : undefined)} className={className}>
      {minute === null ? longDate(at, 'UTC') : ago(at, Date.now())}
    </time>
  );
}
