import {
  type DeskFigures,
  type PairedVerdicts,
  type Period,
  seriesOf,
  type VerdictCounts,
  weeksOf,
} from '@/domain/figures';
import type { Table } from './figure';

/** The figures of the desk that are drawn, in the order of the page; those of verdicts once for each scale. */
export const figureNames = ['work', 'verdicts', 'waits', 'returns', 'sources', 'agreement'] as const;
export type FigureName = (typeof figureNames)[number];

const byWeek = (weeks: string[], columns: string[], series: number[][]): Table => ({
  columns: ['Week of', ...columns],
  rows: weeks.map((week, index) => [week, ...series.map((counts) => counts[index]!)]),
});

/** What of the desk's work is counted, by the key it is counted under. */
export const workSeries = { made: 'Made', approve: 'Approved', return: 'Returned' } as const;

/** Nothing where nothing was counted: an empty plot has no table. */
const unlessEmpty = (table: Table, isEmpty: boolean): Table => (isEmpty ? { ...table, rows: [] } : table);

export function workTable({ work }: DeskFigures, period: Period): Table {
  const weeks = weeksOf(period);
  const series = seriesOf(work, weeks, Object.keys(workSeries));
  return unlessEmpty(byWeek(weeks, Object.values(workSeries), series), work.length === 0);
}

export function verdictTable({ scale, counted }: VerdictCounts, period: Period): Table {
  const weeks = weeksOf(period);
  const keys = scale.values.map(({ key }) => key);
  return byWeek(
    weeks,
    scale.values.map(({ label }) => label),
    seriesOf(counted, weeks, keys),
  );
}

const rounded = (hours: number): number => Math.round(hours * 10) / 10;

export const waitsTable = ({ waits }: DeskFigures, period: Period): Table => ({
  columns: ['Week of', 'Claims decided first', 'Hours, half of them', 'Hours, nine in ten'],
  rows: weeksOf(period).flatMap((week) => {
    const spread = waits.get(week);
    return spread ? [[week, spread.count, rounded(spread.median), rounded(spread.most)]] : [];
  }),
});

export const returnsTable = ({ returns }: DeskFigures): Table => ({
  columns: ['Returned at', 'Claim', 'Reason'],
  rows: returns.map(({ at, statement, note }) => [at, statement, note]),
});

export const sourcesTable = ({ sources }: DeskFigures): Table => ({
  columns: ['Publisher', 'Primary', 'Secondary'],
  rows: sources.map(({ publisher, primary, secondary }) => [publisher, primary, secondary]),
});

/** A share or coefficient to three digits. */
export const figure = (value: number): string => value.toFixed(3);

/** How often each first verdict met each second one; the measures stand above it on the page. */
export const agreementTable = ({ scale, agreement }: PairedVerdicts): Table => ({
  columns: ['First verdict', ...scale.values.map(({ label }) => `Second: ${label}`)],
  rows: scale.values.map(({ label }, row) => [label, ...agreement.confusion[row]!]),
});

/** The table behind a figure; of verdicts and agreement, by the scale of this id. Null where there is no such figure. */
export function tableOf(name: string, figures: DeskFigures, period: Period, scale: string | null): Table | null {
  const verdicts = figures.verdicts.find((each) => each.scale.id === scale);
  const paired = figures.paired.find((each) => each.scale.id === scale);
  const tables: Record<FigureName, () => Table | null> = {
    work: () => workTable(figures, period),
    verdicts: () => (verdicts ? verdictTable(verdicts, period) : null),
    waits: () => waitsTable(figures, period),
    returns: () => returnsTable(figures),
    sources: () => sourcesTable(figures),
    agreement: () => (paired ? agreementTable(paired) : null),
  };
  const known = figureNames.find((each) => each === name);
  return known ? tables[known]() : null;
}
