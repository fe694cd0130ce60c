import { type Scale, type VerdictValue, verdictOf } from '../scale';
import type { JudgedEvidence } from './judged';

type Stance = JudgedEvidence['stance'];

/**
 * The stances of evidence that runs against a verdict, by its colour, which says which part of the order it belongs to
 * in every scale. Mixed verdicts weigh both sides, so neither runs against them; where nothing could be established,
 * whatever says something of the claim either way does.
 */
const contrary: Record<VerdictValue['colour'], readonly Stance[]> = {
  'pants-on-fire': ['supports'],
  false: ['supports'],
  'mostly-false': ['supports'],
  mixed: [],
  'mostly-true': ['refutes'],
  true: ['refutes'],
  misleading: ['supports'],
  unproven: ['supports', 'refutes'],
  'not-checkable': ['supports', 'refutes'],
};

const CITED = /(?<!\\)\[([1-9]\d{0,2})\](?!\()/g;

/** The numbers of evidence that a rationale cites as `[2]`; `\[2\]` and a link named 2 cite nothing. */
export const citedNumbers = (rationale: string): ReadonlySet<number> =>
  new Set([...rationale.matchAll(CITED)].map(([, number]) => Number(number)));

/** Evidence that runs against the verdict and that the rationale does not cite. */
export function unansweredEvidence(
  { verdict, rationale, evidence }: { verdict: string | null; rationale: string; evidence: readonly JudgedEvidence[] },
  scale: Scale,
): number[] {
  const value = verdictOf(scale, verdict);
  if (!value) return [];
  const against = contrary[value.colour];
  const cited = citedNumbers(rationale);
  return evidence
    .filter(({ stance, number }) => against.includes(stance) && !cited.has(number))
    .map(({ number }) => number);
}
