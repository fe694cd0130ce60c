import type { Spread } from '@/domain/figures';
import { ABOVE, Axes, across, HEIGHT, upwards } from './axes';
import { Legend } from './legend';
import { durationInWords, longDay } from './words';

type Props = { weeks: string[]; spreads: ReadonlyMap<string, Spread>; label: string };

/** The longest that is told in hours. */
const TWO_DAYS = 48;

/** Durations by week: a dot where half were done, a line up to where nine in ten were. */
export function SpreadPlot({ weeks, spreads, label }: Props) {
  const most = Math.max(...[...spreads.values()].map((spread) => spread.most));
  const inDays = most > TWO_DAYS;
  const y = upwards(inDays ? most / 24 : most);
  const at = (hours: number): number => y(inDays ? hours / 24 : hours);
  const x = across(weeks);
  return (
    <>
      <Legend
        marks={[
          { label: 'half of them decided (dot)', fill: 'fill-accent' },
          { label: 'nine in ten (end of the line)', fill: 'fill-rule' },
        ]}
      />
      <Axes weeks={weeks} scale={y} label={label} unit={inDays ? ' d' : ' h'}>
        <line x1="0" x2="100%" y1={ABOVE + HEIGHT} y2={ABOVE + HEIGHT} className="stroke-rule" />
        {weeks.map((week) => {
          const spread = spreads.get(week);
          if (!spread) return null;
          const middle = `${x(week)! + x.bandwidth() / 2}%`;
          const { count, median } = spread;
          return (
            <g key={week}>
              <line
                x1={middle}
                x2={middle}
                y1={at(median)}
                y2={at(spread.most)}
                strokeWidth={2}
                className="stroke-rule"
              />
              <circle cx={middle} cy={at(median)} r={4} className="fill-accent">
                <title>
                  {`Week of ${longDay(week)}: of ${count} half within ${durationInWords(median)}, nine in ten within ${durationInWords(spread.most)}`}
                </title>
              </circle>
            </g>
          );
        })}
      </Axes>
    </>
  );
}
