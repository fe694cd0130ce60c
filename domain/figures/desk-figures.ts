import type { Scale } from '../scale';
import type { PairedVerdicts } from './paired';
import type { Counted } from './series';
import type { Spread } from './spread';

/** The verdicts by one scale that were approved, by week: each claim by its latest approval. */
export type VerdictCounts = { scale: Scale; counted: Counted[] };

/** A claim that an editor returned, and why; `by` is the id of the person. */
export type Returned = { claimId: string; articleId: string; statement: string; note: string; by: string; at: string };

/** Who published what the desk relies on, and how many pieces of evidence come from there. */
export type Relied = { publisher: string; primary: number; secondary: number };

/** What the desk did in a period, in figures. Weeks are named by their Mondays, in UTC. */
export type DeskFigures = {
  /** by week: claims `made`, and decisions by outcome, `approve` and `return` */
  work: Counted[];
  /** most used scale first */
  verdicts: VerdictCounts[];
  /** from making a claim to its first decision, by the week of that */
  waits: ReadonlyMap<string, Spread>;
  /** the latest first */
  returns: Returned[];
  /** the most relied on first */
  sources: Relied[];
  /** independent first and second verdicts, by scale */
  paired: PairedVerdicts[];
};
