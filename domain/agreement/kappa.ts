import type { Pair } from './confusion';

/** The share of pairs that agree, from 0 to 1; null of none. */
export const shareAgreed = (pairs: readonly Pair[]): number | null =>
  pairs.length === 0 ? null : pairs.filter(([first, second]) => first === second).length / pairs.length;

const shares = (verdicts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1 / verdicts.length);
  return counts;
};

/**
 * Cohen's kappa: the agreement of two people beyond what their habits alone would bring about, at most 1, 0 as by chance
 * (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960). Null
 * where it says nothing: of no pairs, or when both gave one and the same verdict throughout.
 */
export function cohenKappa(pairs: readonly Pair[]): number | null {
  const observed = shareAgreed(pairs);
  if (observed === null) return null;
  const firsts = shares(pairs.map(([first]) => first));
  const seconds = shares(pairs.map(([, second]) => second));
  let expected = 0;
  for (const [verdict, share] of firsts) expected += share * (seconds.get(verdict) ?? 0);
  return 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
}
