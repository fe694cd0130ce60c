import type { Scale, VerdictValue } from './scale';

/** A verdict with the scale that it is of. */
export type Judged = { value: VerdictValue; scale: Pick<Scale, 'values'> };

/** How far apart two verdicts on the same statement are: not, by a step or two, or one for and one against it. */
export type Divergence = 'none' | 'some' | 'opposite';

/** Verdicts less than this part of a scale from each other say much the same. */
const FAR = 0.35;

/**
 * Where a verdict stands from 0, wholly against the statement, to 1, wholly for it: one that says something bad of the
 * claimant is never for it, and one that does not is never against it, wherever the scale has them. Null: it says neither,
 * as those that need no evidence (unproven, not checkable, not enough evidence), and those apart from the order.
 */
function standOf({ value, scale }: Judged): number | null {
  if (!value.needsEvidence) return null;
  const ratings = scale.values.flatMap(({ rating }) => rating ?? []);
  const [least, most] = [Math.min(...ratings), Math.max(...ratings)];
  if (value.rating !== undefined && most > least) {
    const stand = (value.rating - least) / (most - least);
    return value.adverse ? Math.min(stand, 0.5) : Math.max(stand, 0.5);
  }
  return value.adverse ? 0.25 : null;
}

/**
 * How far two verdicts diverge, also where they are of different scales. `opposite`: the statements say the opposite of
 * each other, so that True on one agrees with False on the other.
 */
export function divergence(one: Judged, other: Judged, opposite = false): Divergence {
  const [a, b] = [standOf(one), standOf(other)];
  if (a === null || b === null) return 'none';
  const apart = Math.abs(a - (opposite ? 1 - b : b));
  const sides = (a - 0.5) * ((opposite ? 1 - b : b) - 0.5);
  if (sides < 0 && apart > FAR) return 'opposite';
  return apart > FAR ? 'some' : 'none';
}
