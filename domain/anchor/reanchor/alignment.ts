import { heaviestChain } from './chain';
import { fillBetween } from './filling';
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

/**
 * Pairs the words of two texts: first what stands once in both and kept its order, then what was moved, with the edits
 * in it, and last the edits in between. Text that was moved away is so never taken for text that was edited.
 */
export function align(oldText: string, newText: string): Pairing {
  const pairing = new Pairing(oldText, newText);
  const { old, now, vocabulary } = pairing;
  const runs = uniqueRuns(old.ids, now.ids, SHINGLE, vocabulary);
  const chain = heaviestChain(runs);
  for (const run of chain) pairing.pairRun(run, true);
  pairMoved(pairing, movedOf(runs, chain, pairing), chain);
  let [a, b] = [0, 0];
  for (const run of [...chain, { a: old.length, b: now.length, length: 0 }]) {
    if (run.a >= a && run.b >= b) fillBetween(pairing, { from: a, to: run.a }, { from: b, to: run.b }, true);
    a = Math.max(a, run.a + run.length);
    b = Math.max(b, run.b + run.length);
  }
  return pairing;
}
