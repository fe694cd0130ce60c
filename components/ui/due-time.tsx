'use client';
import { Clock, ClockAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { duenessOf } from '@/domain/due';
import { classes } from './classes';
import { dueWords } from './due-words';
import { longDate } from './moment';

const everyMinute = (tick: () => void) => {
  const timer = setInterval(tick, 60_000);
  return () => clearInterval(timer);
};
const thisMinute = () => Math.floor(Date.now() / 60_000);
const onServer = () => null;

const looks = { overdue: 'font-semibold text-danger', soon: 'font-semibold text-warn', later: '', never: '' } as const;

/**
 * When something is due, in words that keep up with the clock. The server knows neither the person's clock nor their
 * zone, so it writes the time in UTC and the browser replaces it once it has taken over.
 */
export function DueTime({ at, className }: { at: string; className?: string }) {
  const minute = useSyncExternalStore(everyMinute, thisMinute, onServer);
  const nearness = minute === null ? 'later' : duenessOf(at, Date.now());
  const Icon = nearness === 'overdue' ? ClockAlert : Clock;
  return (
    <time
      dateTime={at}
      title={longDate(at, minute === null ? 'UTC' : undefined)}
      className={classes(
        'inline-flex items-baseline gap-1 [&>svg]:size-[1.05em] [&>svg]:shrink-0 [&>svg]:self-center',
        looks[nearness],
        className,
      )}
    >
      <Icon aria-hidden />
      {minute === null ? `due ${longDate(at, 'UTC')}` : dueWords(at, Date.now())}
    </time>
  );
}
