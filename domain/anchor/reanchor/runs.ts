import type { Tokens, Vocabulary } from './tokens';

/** Equal tokens on both sides: `length` of them from `a` in the old text and from `b` in the new. */
export type Run = { a: number; b: number; length: number; weight: number };

/** Tokens that make a place: fewer are met by chance all over a text. */
const SHINGLE = 3;

const PRIME = 0x01000193;

/** A number for the tokens that follow each place, the same for the same tokens. */
function shingles({ ids, length }: Tokens): Int32Array {
  const hashes = new Int32Array(Math.max(0, length - SHINGLE + 1));
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = 0;
    for (let next = 0; next < SHINGLE; next += 1) hash = Math.imul(hash ^ ids[at + next]!, PRIME) ^ (hash >>> 13);
    hashes[at] = hash;
  }
  return hashes;
}

const TWICE = -2;

/** Where each shingle stands that stands only once. */
function onlyPlaces(hashes: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at]!;
    places.set(hash, places.has(hash) ? TWICE : at);
  }
  return places;
}

/** The longest run of equal tokens through a pair of them. */
function runThrough(old: Tokens, now: Tokens, a: number, b: number): Run {
  let before = 0;
  while (before < a && before < b && old.ids[a - before - 1] === now.ids[b - before - 1]) before += 1;
  let after = 0;
  while (a + after < old.length && b + after < now.length && old.ids[a + after] === now.ids[b + after]) after += 1;
  return { a: a - before, b: b - before, length: before + after, weight: 0 };
}

/** All longest runs that hold words found once in either text, in the old text's order. */
export function uniqueRuns(old: Tokens, now: Tokens, vocabulary: Vocabulary): Run[] {
  const found: Run[] = [];
  const hashes = shingles(old);
  const only = onlyPlaces(hashes);
  const there = onlyPlaces(shingles(now));
  let last: Run | undefined;
  for (let a = 0; a < hashes.length; a += 1) {
    const b = there.get(hashes[a]!);
    if (b === undefined || b === TWICE || only.get(hashes[a]!) !== a) continue;
    if (last && a < last.a + last.length && b - a === last.b - last.a) continue;
    const run = runThrough(old, now, a, b);
    if (run.length < SHINGLE) continue; // two shingles with one number
    for (let at = 0; at < run.length; at += 1) run.weight += vocabulary.information(old.ids[run.a + at]!);
    found.push(run);
    last = run;
  }
  return found;
}
