import { fillBetween } from './filling';
import type { Pairing } from './pairing';
import { ahead, areComparable, readOn, type Step } from './reading-on';
import type { Run } from './runs';

/** Follows a moved passage on, to the end of its block, where it was edited. */
function extend(pairing: Pairing, run: Run, step: Step): void {
  const { old, now, vocabulary } = pairing;
  const [a, b] = step === 1 ? [run.a + run.length, run.b + run.length] : [run.a - 1, run.b - 1];
  const olds = ahead(a, step, old, vocabulary, pairing.isFreeOld);
  const news = ahead(b, step, now, vocabulary, pairing.isFreeNew);
  const whole = olds.toBreak && news.toBreak && areComparable(olds.many, news.many);
  for (const pair of readOn(pairing, { a, b, olds: olds.many, news: news.many }, step, whole)) {
    pairing.pair(pair.a, pair.b, pair.likeness, false);
  }
}

/** Pairs passages that were moved, and the edits within and beside them. `chain` is what kept its order. */
export function pairMoved(pairing: Pairing, moved: Run[], chain: Run[]): void {
  for (const run of moved) pairing.pairRun(run, false);
  const kept = [...chain, ...moved].sort((x, y) => x.a - y.a);
  const rank = new Map([...kept].sort((x, y) => x.b - y.b).map((run, at) => [run, at]));
  const main = new Set(chain);
  kept.forEach((run, at) => {
    const next = kept[at + 1];
    if (!next || (main.has(run) && main.has(next)) || rank.get(next) !== rank.get(run)! + 1) return;
    fillBetween(pairing, { from: run.a + run.length, to: next.a }, { from: run.b + run.length, to: next.b }, false);
  });
  for (const run of moved) {
    extend(pairing, run, 1);
    extend(pairing, run, -1);
  }
}
