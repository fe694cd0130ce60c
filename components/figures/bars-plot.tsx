import { fillOf, Legend, type Mark } from './legend';

type Props = {
  marks: Mark[];
  /** one bar each, its counts in the order of the marks */
  bars: { name: string; counts: number[] }[];
  label: string;
};

/** Named bars lying on their sides, each divided by the marks; the longest fills the width. */
export function BarsPlot({ marks, bars, label }: Props) {
  const totals = bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const most = Math.max(...totals, 1);
  const percent = (count: number): string => `${(100 * count) / most}%`;
  return (
    <>
      <Legend marks={marks} />
      <div role="img" aria-label={label} className="flex flex-col gap-2">
        {bars.map(({ name, counts }, bar) => (
          <div key={name} className="flex flex-col gap-0.5 text-sm">
            <div className="flex justify-between gap-3">
              <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
              <span className="tabular-nums">{totals[bar]}</span>
            </div>
            <svg className="h-2 w-full" aria-hidden>
              {counts.map((count, at) => (
                <rect
                  key={marks[at]!.label}
                  x={percent(counts.slice(0, at).reduce((sum, before) => sum + before, 0))}
                  width={percent(count)}
                  height="100%"
                  data-tone={marks[at]!.tone}
                  className={fillOf(marks[at]!)}
                />
              ))}
            </svg>
          </div>
        ))}
      </div>
    </>
  );
}
