import type { ReactNode } from 'react';
import { classes } from './classes';

export type Mood = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

const moods: Record<Mood, string> = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
};

/** A word about a thing, with a shape of its own beside it: no box, no capitals. */
export const Badge = ({ mood = 'neutral', icon, children }: { mood?: Mood; icon?: ReactNode; children: ReactNode }) => (
  <span
    className={classes(
      'inline-flex items-baseline gap-1 text-sm leading-tight font-semibold whitespace-nowrap [&>svg]:size-[1.1em] [&>svg]:shrink-0 [&>svg]:self-center',
      moods[mood],
    )}
  >
    {icon}
    {children}
  </span>
);
