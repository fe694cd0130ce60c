import { classes } from './classes';
import type { Tone } from './tone';

export type Segment = {
  label: string;
  count: number;
  /** a verdict's colour */
  tone?: Tone;
  /** or a fill utility, such as `stateLooks[state].fill` */
  fill?: string;
};

/** "12 claims: 3 draft, 9 approved", for whoever cannot see the bar. */
const inWords = (label: string, segments: Segment[]): string =>
  `${label}: ${segments.map((segment) => `${segment.count} ${segment.label.toLowerCase()}`).join(', ') || 'none'}`;

/**
 * How a whole divides, as one thin bar of segments with a gap of paper between them. Drawn in SVG with widths as
 * attributes: a style attribute in the server's HTML would be refused by the page's policy. `legend` also prints the counts.
 */
export function ProgressBar({
  label,
  segments,
  legend = false,
}: {
  label: string;
  segments: Segment[];
  legend?: boolean;
}) {
  const shown = segments.filter((segment) => segment.count > 0);
  const total = shown.reduce((sum, segment) => sum + segment.count, 0);
  const starts = shown.map((_, index) => shown.slice(0, index).reduce((sum, before) => sum + before.count, 0));
  const percent = (count: number) => `${(100 * count) / total}%`;
  return (
    <div className="flex w-full flex-col gap-1.5">
      <svg role="img" aria-label={inWords(label, shown)} className="h-1.5 w-full overflow-hidden rounded-full">
        {total === 0 && <rect width="100%" height="100%" className="fill-hairline" />}
        {shown.map((segment, index) => (
          <rect
            key={segment.label}
            x={percent(starts[index]!)}
            width={percent(segment.count)}
            height="100%"
            data-tone={segment.tone}
            strokeWidth={1.5}
            className={classes('stroke-paper', segment.fill ?? 'fill-tone')}
          >
            <title>{`${segment.label}: ${segment.count}`}</title>
          </rect>
        ))}
      </svg>
      {legend && (
        <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft" aria-hidden>
          {shown.map((segment) => (
            <li key={segment.label} data-tone={segment.tone} className="flex items-center gap-1.5">
              <svg className={classes('size-2', segment.fill ?? 'fill-tone')} aria-hidden>
                <rect width="100%" height="100%" />
              </svg>
              {segment.count} {segment.label.toLowerCase()}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
