import { heaviestChain } from './chain';
import { fillBetween, type Range } from './filling';
import { pairMoved } from './moves';
import { Pairing } from './pairing';
import { type Run, uniqueRuns } from './runs';

/** Tokens in a row that make a place in a whole text; fewer are met by chance all over it. */
const SHINGLE = 4;

/** Bits by which a passage met out of order must tell more than chance would find among all pairs of places. */
const CERTAIN = 15;

/** Those of the runs that did not keep their order and yet are no chance, the heaviest first. */
function movedOf(runs: Run[], chain: Run[], pairing: Pairing): Run[] {
  const main = new Set(chain);
  const chance = Math.log2(pairing.old.length + 1) + Math.log2(pairing.now.length + 1) + CERTAIN;
  return runs.filter((run) => !main.has(run) && run.weight >= chance).sort((x, y) => y.weight - x.weight);
}

/** Two stretches between what kept its order: the words of the one are those of the other, edited. */
type Gap = { old: Range; now: Range };

function gapsBetween(chain: Run[], { old, now }: Pairing): Gap[] {
  const gaps: Gap[] = [];
  let [a, b] = [0, 0];
  for (const run of [...chain, { a: old.length, b: now.length, length: 0 }]) {
    if (run.a >= a && run.b >= b) gaps.push({ old: { from: a, to: run.a }, now: { from: b, to: run.b } });
    a = Math.max(a, run.a + run.length);
    b = Math.max(b, run.b + run.length);
  }
  return gaps;
}

/**
 * Two texts with their words paired: what stands once in both and kept its order, then what was moved, with the edits in
 * it, and last the edits in between. Text that was moved away is so never taken for text that was edited. The edits in
 * between are read where they are asked for: what no claim touches need not be.
 */
export class Alignment {
  readonly pairing: Pairing;
  readonly #gaps: Gap[];
  readonly #read: Uint8Array;

  constructor(oldText: string, newText: string) {
    const pairing = new Pairing(oldText, newText);
    const runs = uniqueRuns(pairing.old.ids, pairing.now.ids, SHINGLE, pairing.vocabulary);
    const chain = heaviestChain(runs);
    for (const run of chain) pairing.pairRun(run, true);
    pairMoved(pairing, movedOf(runs, chain, pairing), chain);
    this.pairing = pairing;
    this.#gaps = gapsBetween(chain, pairing);
    this.#read = new Uint8Array(this.#gaps.length);
  }

  /** Pairs the edits among these tokens of the old text, and right beside them. */
  read(from: number, to: number): void {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#gaps[middle]!.old.to < from) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.#gaps.length && this.#gaps[at]!.old.from <= to; at += 1) this.#readGap(at);
  }

  #readGap(at: number): void {
    if (this.#read[at] === 1) return;
    this.#read[at] = 1;
    const { old, now } = this.#gaps[at]!;
    fillBetween(this.pairing, old, now, true);
  }
}
