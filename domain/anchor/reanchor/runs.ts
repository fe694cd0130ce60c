import { Once } from './once';
import { SENTENCE, type Vocabulary } from './vocabulary';

/** Equal tokens on both sides: `length` of them from `a` in the old text and from `b` in the new. */
export type Run = { a: number; b: number; length: number; weight: number };

const PRIME = 0x01000193;
const NOWHERE = -1;

/** A number for the `many` tokens that follow each place, the same for the same tokens; a whole sentence has its own. */
export function shingles(ids: ArrayLike<number>, many: number, vocabulary: Vocabulary): Int32Array {
  const hashes = new Int32Array(Math.max(0, ids.length));
  for (let at = 0; at < hashes.length; at += 1) {
    const sentence = vocabulary.kinds[ids[at]!] === SENTENCE;
    let hash = sentence ? -1 : 0;
    for (let next = 0; next < (sentence ? 1 : many); next += 1) {
      const id = ids[at + next] ?? NOWHERE;
      hash = Math.imul(hash ^ id ^ (hash >>> 15), PRIME);
    }
    hashes[at] = hash;
  }
  return hashes;
}

/** The longest run of equal tokens through a pair of places. */
function runThrough(old: ArrayLike<number>, now: ArrayLike<number>, a: number, b: number, vocabulary: Vocabulary): Run {
  let before = 0;
  while (before < a && before < b && old[a - before - 1] === now[b - before - 1]) before += 1;
  let after = 0;
  while (a + after < old.length && b + after < now.length && old[a + after] === now[b + after]) after += 1;
  const run = { a: a - before, b: b - before, length: before + after, weight: 0 };
  for (let at = 0; at < run.length; at += 1) run.weight += vocabulary.information(old[run.a + at]!);
  return run;
}

/** All longest runs that hold `many` tokens in a row found once in either text, in the old text's order. */
export function uniqueRuns(
  old: ArrayLike<number>,
  now: ArrayLike<number>,
  many: number,
  vocabulary: Vocabulary,
): Run[] {
  const found: Run[] = [];
  const hashes = shingles(old, many, vocabulary);
  const here = new Once(hashes);
  const there = new Once(shingles(now, many, vocabulary));
  let last: Run | undefined;
  for (let a = 0; a < hashes.length; a += 1) {
    const b = there.place(hashes[a]!);
    if (b < 0 || here.place(hashes[a]!) !== a) continue;
    if (last && a < last.a + last.length && b - a === last.b - last.a) continue;
    const run = runThrough(old, now, a, b, vocabulary);
    if (run.length === 0) continue; // two shingles with one number
    found.push(run);
    last = run;
  }
  return found;
}
