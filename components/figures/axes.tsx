import { scaleBand, scaleLinear } from 'd3-scale';
import { shortDay } from './words';

/** Height of a plot's field in CSS pixels, and the room above it. */
export const HEIGHT = 160;
export const ABOVE = 8;
const BELOW = 22;
/** Width of the room for the numbers at the left, in CSS pixels. */
const LEFT = 44;

/** Where each week's band lies across the field, in per cent of its width. */
export const across = (weeks: string[]) => scaleBand(weeks, [0, 100]).paddingInner(0.25).paddingOuter(0.1);

/** Where a value lies above the ground, in pixels from the top, on a scale whose end is a round number. */
export const upwards = (most: number) => scaleLinear([0, Math.max(most, 1)], [ABOVE + HEIGHT, ABOVE]).nice(4);

type Props = {
  weeks: string[];
  /** the scale of values, as `upwards` makes it */
  scale: ReturnType<typeof upwards>;
  label: string;
  unit?: string;
  children: React.ReactNode;
};

/** The weeks that are named below the field: as many as have room on a phone. */
const named = (weeks: string[]): number[] => {
  const last = weeks.length - 1;
  return [...new Set([0, Math.round(last / 2), last])];
};

const anchorOf = (index: number, last: number): 'start' | 'middle' | 'end' =>
  index === 0 && last > 0 ? 'start' : index === last && last > 0 ? 'end' : 'middle';

/**
 * A plot over weeks with its lines and names. Places across are per cent, so that it fills whatever width it is given
 * without a script while its letters keep their size.
 */
export function Axes({ weeks, scale, label, unit = '', children }: Props) {
  const x = across(weeks);
  const last = weeks.length - 1;
  const ticks = scale.ticks(4).filter((tick) => unit !== '' || Number.isInteger(tick));
  const height = ABOVE + HEIGHT + BELOW;
  const placeOf = (index: number): number =>
    ({ start: 0, middle: x(weeks[index]!)! + x.bandwidth() / 2, end: 100 })[anchorOf(index, last)];
  return (
    <div role="img" aria-label={label} className="flex text-xs">
      <svg width={LEFT} height={height} className="shrink-0" aria-hidden>
        {ticks.map((tick) => (
          <text key={tick} x={LEFT - 8} y={scale(tick)} dy="0.32em" textAnchor="end" className="fill-ink-faint">
            {tick}
            {unit}
          </text>
        ))}
      </svg>
      <svg height={height} className="min-w-0 flex-1 overflow-visible" aria-hidden>
        {ticks.map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={scale(tick)} y2={scale(tick)} className="stroke-hairline" />
        ))}
        {children}
        {named(weeks).map((index) => (
          <text
            key={weeks[index]}
            x={`${placeOf(index)}%`}
            y={ABOVE + HEIGHT + 16}
            textAnchor={anchorOf(index, last)}
            className="fill-ink-faint"
          >
            {shortDay(weeks[index]!)}
          </text>
        ))}
      </svg>
    </div>
  );
}
