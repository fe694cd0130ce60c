import type { Pairing } from './pairing';
import { shingles } from './runs';

/** Tokens in a row by which a passage is looked up. */
const SHINGLE = 3;

/** Places of the same words that are looked at: more are no place to find anything again. */
const MOST = 16;

/** Equal tokens in a row, in the old text from `a` and in the new from `b`. */
export type Found = { a: number; b: number; length: number };

/** The words of the new text that stand for none of the old, to find in them what was neither left in place nor once only. */
export class Unclaimed {
  readonly #pairing: Pairing;
  readonly #places = new Map<number, number[]>();
  /** How many tokens they are. */
  readonly size: number;

  constructor(pairing: Pairing) {
    this.#pairing = pairing;
    const { now, vocabulary, isFreeNew } = pairing;
    let size = 0;
    shingles(now.ids, SHINGLE, vocabulary).forEach((hash, b) => {
      if (!isFreeNew(b)) return;
      size += 1;
      const places = this.#places.get(hash);
      if (!places) this.#places.set(hash, [b]);
      else if (places.length < MOST) places.push(b);
    });
    this.size = size;
  }

  #lengthAt(a: number, b: number, to: number): number {
    const { old, now, isFreeNew } = this.#pairing;
    let length = 0;
    while (a + length < to && b + length < now.length && isFreeNew(b + length)) {
      if (old.ids[a + length] !== now.ids[b + length]) break;
      length += 1;
    }
    return length;
  }

  /** All longest runs of some of these old tokens among the unclaimed ones. */
  runsOf(from: number, to: number): Found[] {
    const { old, vocabulary } = this.#pairing;
    const reach = new Map<number, number>(); // how far each diagonal has been read
    const found: Found[] = [];
    shingles(old.ids.subarray(from, to), SHINGLE, vocabulary).forEach((hash, at) => {
      const a = from + at;
      for (const b of this.#places.get(hash) ?? []) {
        if ((reach.get(b - a) ?? -1) > a) continue;
        const length = this.#lengthAt(a, b, to);
        if (length > 0) found.push({ a, b, length });
        reach.set(b - a, a + length);
      }
    });
    return found;
  }
}
