import type { Agreement } from '../agreement';
import type { Scale } from '../scale';

/** A claim that two people judged independently: the keys of the first verdict, as it stood then, and of the second. */
export type Paired = { claimId: string; articleId: string; statement: string; first: string; second: string };

/** How far the independent verdicts by one scale agree, and of which claims they are. */
export type PairedVerdicts = { scale: Scale; agreement: Agreement; pairs: Paired[] };

/** The pairs in one field of the confusion matrix, of all where no field is named. */
export const pairsIn = (pairs: readonly Paired[], first: string | null, second: string | null): Paired[] =>
  pairs.filter((pair) => (first === null || pair.first === first) && (second === null || pair.second === second));
