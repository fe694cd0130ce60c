/** The desk in figures: periods, weeks, counts and spreads, before anybody draws them. */
export type { DeskFigures, Relied, Returned, VerdictCounts } from './desk-figures';
export { type Paired, type PairedVerdicts, pairsIn } from './paired';
export { LONGEST, lastWeeks, mondayOf, type Period, periodOf, weeksOf } from './period';
export { type Counted, seriesOf } from './series';
export { type Spread, spreadOf } from './spread';
