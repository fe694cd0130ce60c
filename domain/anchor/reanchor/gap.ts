import { similar } from './likeness';
import type { Vocabulary } from './tokens';

/** What is asked of a vocabulary here. */
type Words = Pick<Vocabulary, 'words' | 'spoken'>;

/** What a pair of tokens is worth, where all else is a loss of words. */
const WORTH = { word: 4, mark: 2, alike: 3, other: -0.9, lost: -1 };
const NEVER = -1e9;

const STOP = 0;
const PAIR = 1;
const OLD = 2;
const NEW = 3;

/** How two tokens that stand in the same gap compare. */
function worth(a: number, b: number, vocabulary: Words): number {
  const spoken = vocabulary.spoken[a]!;
  if (a === b) return spoken ? WORTH.word : WORTH.mark;
  if (spoken !== vocabulary.spoken[b]!) return NEVER;
  if (!spoken) return WORTH.other;
  return similar(vocabulary.words[a]!, vocabulary.words[b]!) ? WORTH.alike : WORTH.other;
}

export type Pair = { a: number; b: number; same: boolean };

/** The best way to read the words of a gap as the same words edited: pairs of places in `old` and `now`, in order. */
export function alignGap(old: ArrayLike<number>, now: ArrayLike<number>, vocabulary: Words): Pair[] {
  const width = now.length + 1;
  const step = new Uint8Array((old.length + 1) * width);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  for (let j = 1; j < width; j += 1) {
    above[j] = j * WORTH.lost;
    step[j] = NEW;
  }
  for (let i = 1; i <= old.length; i += 1) {
    row[0] = i * WORTH.lost;
    step[i * width] = OLD;
    for (let j = 1; j < width; j += 1) {
      const pair = above[j - 1]! + worth(old[i - 1]!, now[j - 1]!, vocabulary);
      const without = above[j]! + WORTH.lost;
      const added = row[j - 1]! + WORTH.lost;
      const best = Math.max(pair, without, added);
      row[j] = best;
      step[i * width + j] = best === pair ? PAIR : best === without ? OLD : NEW;
    }
    [above, row] = [row, above];
  }
  const pairs: Pair[] = [];
  for (let i = old.length, j = now.length; step[i * width + j] !== STOP; ) {
    const taken = step[i * width + j];
    if (taken !== NEW) i -= 1;
    if (taken !== OLD) j -= 1;
    if (taken === PAIR) {
      const value = worth(old[i]!, now[j]!, vocabulary);
      pairs.push({ a: i, b: j, same: value > 0 });
    }
  }
  return pairs.reverse();
}
