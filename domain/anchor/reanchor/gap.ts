import { areAlike } from './likeness';
import { FIGURE, type Vocabulary, WORD } from './vocabulary';

/** What is asked of a vocabulary here. */
type Words = Pick<Vocabulary, 'words' | 'kinds'>;

/** What a pair of tokens is worth, in tenths of a word left out. */
const WORTH = { word: 40, mark: 20, alike: 30, figures: 0, other: -9, lost: -10 };
const NEVER = -1_000_000;

const STOP = 0;
const PAIR = 1;
const OLD = 2;
const NEW = 3;

/** How much of a word the other is: the same, one with a slip of the pen or another form of it, or another word. */
export const SAME = 2;
export const ALIKE = 1;
export const OTHER = 0;
export type Likeness = typeof SAME | typeof ALIKE | typeof OTHER;

/** Two places in a gap, the one in the old text and the one that stands for it. */
export type Pair = { a: number; b: number; likeness: Likeness };

const likeness = (a: number, b: number, words: Words): Likeness => {
  if (a === b) return SAME;
  return worth(a, b, words) > 0 ? ALIKE : OTHER;
};

function worth(a: number, b: number, { words, kinds }: Words): number {
  const [kind, other] = [kinds[a]!, kinds[b]!];
  if (a === b) return kind <= FIGURE ? WORTH.word : WORTH.mark;
  if (kind === WORD && other === WORD) return areAlike(words[a]!, words[b]!) ? WORTH.alike : WORTH.other;
  if (kind !== other && (kind > FIGURE || other > FIGURE)) return NEVER;
  return kind === FIGURE && other === FIGURE ? WORTH.figures : WORTH.other;
}

/** How each cell of the table was best reached, and the cell that was worth most. */
type Table = { step: Uint8Array; width: number; best: { i: number; j: number } };

function fill(old: ArrayLike<number>, now: ArrayLike<number>, words: Words): Table {
  const width = now.length + 1;
  const step = new Uint8Array((old.length + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  const best = { i: 0, j: 0 };
  let most = 0;
  for (let j = 1; j < width; j += 1) {
    above[j] = j * WORTH.lost;
    step[j] = NEW;
  }
  for (let i = 1; i <= old.length; i += 1) {
    const a = old[i - 1]!;
    row[0] = i * WORTH.lost;
    step[i * width] = OLD;
    for (let j = 1; j < width; j += 1) {
      const pair = above[j - 1]! + worth(a, now[j - 1]!, words);
      const without = above[j]! + WORTH.lost;
      const added = row[j - 1]! + WORTH.lost;
      let value = added;
      let how = NEW;
      if (without > value) [value, how] = [without, OLD];
      if (pair > value) [value, how] = [pair, PAIR];
      row[j] = value;
      step[i * width + j] = how;
      if (value <= most) continue;
      most = value;
      best.i = i;
      best.j = j;
    }
    [above, row] = [row, above];
  }
  return { step, width, best };
}

function pairsTo(
  i: number,
  j: number,
  { step, width }: Table,
  old: ArrayLike<number>,
  now: ArrayLike<number>,
  words: Words,
): Pair[] {
  const pairs: Pair[] = [];
  for (let how = step[i * width + j]; how !== STOP; how = step[i * width + j]) {
    if (how !== NEW) i -= 1;
    if (how !== OLD) j -= 1;
    if (how === PAIR) pairs.push({ a: i, b: j, likeness: likeness(old[i]!, now[j]!, words) });
  }
  return pairs.reverse();
}

/** The best way to read the words of a gap as the same words edited: pairs of places in `old` and `now`, in order. */
export function alignGap(old: ArrayLike<number>, now: ArrayLike<number>, words: Words): Pair[] {
  return pairsTo(old.length, now.length, fill(old, now, words), old, now, words);
}

/** The same from the beginning of both as far as it is worth it, where what follows need not belong together. */
export function alignFrom(old: ArrayLike<number>, now: ArrayLike<number>, words: Words): Pair[] {
  const table = fill(old, now, words);
  return pairsTo(table.best.i, table.best.j, table, old, now, words);
}
