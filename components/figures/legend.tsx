import { classes } from '../ui/classes';
import type { Tone } from '../ui/tone';

/** What one series is called and how it is filled: by a verdict's colour, or by a class of its own. */
export type Mark = { label: string; tone?: Tone; fill?: string };

export const fillOf = ({ fill }: Mark): string => fill ?? 'fill-tone';

/** Which colour stands for what, in the order in which the plot stacks them, from the ground up. */
export const Legend = ({ marks }: { marks: Mark[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
    {marks.map((mark) => (
      <li key={mark.label} data-tone={mark.tone} className="flex items-center gap-1.5">
        <svg className={classes('size-2.5 shrink-0', fillOf(mark))} aria-hidden>
          <rect width="100%" height="100%" />
        </svg>
        {mark.label}
      </li>
    ))}
  </ul>
);
