import { alignFrom, alignGap, type Pair } from './gap';
import type { Tokens } from './tokens';
import { BREAK, type Vocabulary } from './vocabulary';

/** Cells of the table that reading on may take: more is no edit of the same words. */
const TABLE = 250_000;

/** Which way to read: on, or back towards the beginning. */
export type Step = 1 | -1;

/** How many tokens lie ahead, and whether that ends where a block does. */
export type Ahead = { many: number; toBreak: boolean };

/** What lies ahead of a place up to the end of its block, or as far as it is `open`. */
export function ahead(
  from: number,
  step: Step,
  { ids, length }: Tokens,
  { kinds }: Vocabulary,
  open: (at: number) => boolean,
): Ahead {
  for (let at = from, many = 0; ; at += step, many += 1) {
    if (at < 0 || at >= length || kinds[ids[at]!] === BREAK) return { many, toBreak: true };
    if (!open(at)) return { many, toBreak: false };
  }
}

/** Whether one passage may be the other edited, by how long they are. */
export const areComparable = (one: number, other: number): boolean => one <= 2 * other + 1 && other <= 2 * one + 1;

/** From where, and over how many tokens, both texts are read. */
export type Stretch = { a: number; b: number; olds: number; news: number };

const idsOf = ({ ids }: Tokens, from: number, many: number, step: Step): number[] =>
  Array.from({ length: many }, (_, at) => ids[from + at * step]!);

/**
 * Reads both texts on from two places that correspond: pairs of tokens, in the order read.
 * @param whole whether both stretches end where they correspond again, so that all of them does
 */
export function readOn(
  { old, now, vocabulary }: { old: Tokens; now: Tokens; vocabulary: Vocabulary },
  { a, b, olds, news }: Stretch,
  step: Step,
  whole: boolean,
): Pair[] {
  if (olds === 0 || news === 0 || olds * news > TABLE) return [];
  const sides = [idsOf(old, a, olds, step), idsOf(now, b, news, step)] as const;
  const pairs = whole ? alignGap(...sides, vocabulary) : alignFrom(...sides, vocabulary);
  return pairs.map((pair) => ({ ...pair, a: a + pair.a * step, b: b + pair.b * step }));
}
