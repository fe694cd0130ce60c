import type { ReactNode } from 'react';
import { type DeskFigures, type Period, seriesOf, weeksOf } from '@/domain/figures';
import { Notice } from '../ui/notice';
import { AgreementFigure, type Field } from './agreement-figure';
import { BarsPlot } from './bars-plot';
import { ColumnsPlot } from './columns-plot';
import { Figure } from './figure';
import { PeriodForm } from './period-form';
import { ReturnsList } from './returns-list';
import { SpreadPlot } from './spread-plot';
import { returnsTable, sourcesTable, verdictTable, waitsTable, workSeries, workTable } from './tables';
import { counted, longDay } from './words';

type Props = {
  figures: DeskFigures;
  period: Period;
  /** why another period is shown than was asked for */
  refusal: string | null;
  today: string;
  names: Record<string, string>;
  /** the field of a confusion matrix that somebody looks into */
  field: Field | null;
};

const workFills = { made: 'fill-rule', approve: 'fill-ok', return: 'fill-warn' };

/** The desk in figures, drawn: each plot with its table. */
export function FiguresPage({ figures, period, refusal, today, names, field }: Props) {
  const weeks = weeksOf(period);
  const csv = (name: string, more: Record<string, string> = {}) =>
    `/figures/${name}.csv?${new URLSearchParams({ ...period, ...more })}`;
  const work = seriesOf(figures.work, weeks, Object.keys(workSeries));
  const span = `${longDay(period.from)} to ${longDay(period.to)}`;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-12 px-4 py-8 sm:px-6">
      <header className="flex flex-col gap-4">
        <div>
          <h1 className="font-serif text-2xl leading-tight font-semibold">The desk in figures</h1>
          <p className="text-ink-soft">{span}. Weeks begin on Monday, in UTC.</p>
        </div>
        <PeriodForm period={period} today={today} />
        {refusal && (
          <Notice kind="warn" title="Another period is shown">
            <p>{refusal}</p>
          </Notice>
        )}
      </header>
      <Figure
        id="work"
        title="Claims and decisions"
        told="Claims made, and what editors decided, by week. A claim decided on twice counts twice."
        table={workTable(figures, period)}
        csv={csv('work')}
      >
        <div className="grid gap-6 md:grid-cols-2">
          <ColumnsPlot
            weeks={weeks}
            series={[{ label: workSeries.made, fill: workFills.made, counts: work[0]! }]}
            label={`Claims made by week, ${span}. The table below has the figures.`}
          />
          <ColumnsPlot
            weeks={weeks}
            series={(['approve', 'return'] as const).map((key, index) => ({
              label: workSeries[key],
              fill: workFills[key],
              counts: work[index + 1]!,
            }))}
            label={`Decisions by week, ${span}. The table below has the figures.`}
          />
        </div>
      </Figure>
      {figures.verdicts.map((verdicts) => (
        <VerdictFigure key={verdicts.scale.id} {...{ verdicts, period, weeks, csv }} />
      ))}
      {figures.paired.map((paired) => (
        <AgreementFigure
          key={paired.scale.id}
          paired={paired}
          period={period}
          field={field}
          csv={csv('agreement', { scale: paired.scale.id })}
        />
      ))}
      <Figure
        id="waits"
        title="From draft to decision"
        told="How long claims waited from being made to an editor’s first decision, by the week of that."
        table={waitsTable(figures, period)}
        csv={csv('waits')}
      >
        <SpreadPlot
          weeks={weeks}
          spreads={figures.waits}
          label="Time from draft to first decision by week. The table below has the figures."
        />
      </Figure>
      <Figure
        id="returns"
        title="Returns and their reasons"
        told={`${counted(figures.returns.length, 'return')} in this period, the latest first.`}
        table={returnsTable(figures)}
        csv={csv('returns')}
      >
        <ReturnsList returns={figures.returns} names={names} />
      </Figure>
      <Figure
        id="sources"
        title="Sources most relied on"
        told="Pieces of evidence by who published them. Withheld sources are not counted."
        table={sourcesTable(figures)}
        csv={csv('sources')}
      >
        <BarsPlot
          marks={[
            { label: 'Primary', fill: 'fill-accent' },
            { label: 'Secondary', fill: 'fill-rule' },
          ]}
          bars={figures.sources.map(({ publisher, primary, secondary }) => ({
            name: publisher,
            counts: [primary, secondary],
          }))}
          label="Evidence by publisher. The table below has the figures."
        />
      </Figure>
    </div>
  );
}

type VerdictFigureProps = {
  verdicts: DeskFigures['verdicts'][number];
  period: Period;
  weeks: string[];
  csv: (name: string, more?: Record<string, string>) => string;
};

function VerdictFigure({ verdicts, period, weeks, csv }: VerdictFigureProps): ReactNode {
  const { scale, counted: rows } = verdicts;
  const given = scale.values.filter(({ key }) => rows.some((row) => row.key === key));
  const series = seriesOf(
    rows,
    weeks,
    given.map(({ key }) => key),
  );
  return (
    <Figure
      id={`verdicts-${scale.id}`}
      title={`Verdicts: ${scale.name}`}
      told="Approved verdicts by week, each claim by its latest approval, stacked from the ground up in the order of the scale."
      table={verdictTable(verdicts, period)}
      csv={csv('verdicts', { scale: scale.id })}
    >
      <ColumnsPlot
        weeks={weeks}
        series={given.map(({ label, colour }, index) => ({ label, tone: colour, counts: series[index]! }))}
        label={`Approved verdicts by week, by the scale ${scale.name}. The table below has the figures.`}
      />
    </Figure>
  );
}
