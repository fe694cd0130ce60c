import { SAME } from './gap';
import type { Pairing } from './pairing';
import type { Part } from './parts';
import { areComparable, type Step } from './reading-on';
import { FIGURE } from './vocabulary';

/** Tokens of a claim that may all be replaced in place: of a longer one, nothing would be left to know it by. */
const SHORT = 4;

/** The token that stands for this one where it stood, past the ends of the text too; null when none does. */
function keptAt({ old, now, partner, likeness, isInOrder }: Pairing, a: number): number | null {
  if (a < 0) return -1;
  if (a >= old.length) return now.length;
  return partner(a) >= 0 && likeness(a) === SAME && isInOrder(a) ? partner(a) : null;
}

/** Whether the sentence that a token stands in goes on beside it as it did, for two tokens at least. */
function leadsOn(pairing: Pairing, a: number, step: Step): boolean {
  const { old, vocabulary } = pairing;
  const inSentence = (at: number) => at >= 0 && at < old.length && vocabulary.kinds[old.ids[at]!]! <= FIGURE;
  if (!inSentence(a) || !inSentence(a + step)) return false;
  const [one, two] = [keptAt(pairing, a + step), keptAt(pairing, a + 2 * step)];
  return one !== null && two === one + step;
}

/**
 * Where other words took the place of a short claim, a figure or a name, in a sentence that is otherwise what it was.
 * @param claim its tokens, the last one excluded
 */
export function replacedPart(pairing: Pairing, { from, to }: { from: number; to: number }): Part | null {
  if (from >= to || to - from > SHORT) return null;
  const [before, after] = [keptAt(pairing, from - 1), keptAt(pairing, to)];
  if (before === null || after === null) return null;
  const many = after - before - 1;
  if (many < 1 || !areComparable(to - from, many)) return null;
  if (!leadsOn(pairing, from, -1) && !leadsOn(pairing, to - 1, 1)) return null;
  return { a: from, z: to - 1, b: before + 1, y: after - 1, told: 0, holds: 0, inOrder: true };
}
