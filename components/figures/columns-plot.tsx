import { ABOVE, Axes, across, HEIGHT, upwards } from './axes';
import { fillOf, Legend, type Mark } from './legend';
import { longDay } from './words';

/** One series over the weeks. */
export type Series = Mark & { counts: number[] };

type Props = { weeks: string[]; series: Series[]; label: string };

/** Counts by week as columns, the series stacked on each other in their order. */
export function ColumnsPlot({ weeks, series, label }: Props) {
  const totals = weeks.map((_, week) => series.reduce((sum, { counts }) => sum + counts[week]!, 0));
  const y = upwards(Math.max(...totals));
  const x = across(weeks);
  const below = (week: number, at: number): number =>
    series.slice(0, at).reduce((sum, { counts }) => sum + counts[week]!, 0);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Legend marks={series} />
      <Axes weeks={weeks} scale={y} label={label}>
        {series.map((one, at) =>
          weeks.map((week, index) => {
            const count = one.counts[index]!;
            if (count === 0) return null;
            const ground = below(index, at);
            return (
              <rect
                key={`${one.label} ${week}`}
                x={`${x(week)}%`}
                width={`${x.bandwidth()}%`}
                y={y(ground + count)}
                height={y(ground) - y(ground + count)}
                data-tone={one.tone}
                strokeWidth={1}
                className={`stroke-paper ${fillOf(one)}`}
              >
                <title>{`Week of ${longDay(week)}: ${count} ${one.label.toLowerCase()}`}</title>
              </rect>
            );
          }),
        )}
        <line x1="0" x2="100%" y1={ABOVE + HEIGHT} y2={ABOVE + HEIGHT} className="stroke-rule" />
      </Axes>
    </div>
  );
}
