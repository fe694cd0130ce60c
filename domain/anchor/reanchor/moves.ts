import { fillBetween } from './filling';
import type { Pairing } from './pairing';
import { readOn, type Step } from './reading-on';
import type { Run } from './runs';
import type { Tokens } from './tokens';
import { BREAK } from './vocabulary';

/** How far nothing stands for the tokens yet, and whether that ends where a block does. */
type Free = { many: number; toBreak: boolean };

function freeFrom(
  at: number,
  step: Step,
  isFree: (at: number) => boolean,
  { ids, length }: Tokens,
  kinds: number[],
): Free {
  let many = 0;
  for (let next = at; ; next += step, many += 1) {
    if (next < 0 || next >= length || kinds[ids[next]!] === BREAK) return { many, toBreak: true };
    if (!isFree(next)) return { many, toBreak: false };
  }
}

/** Whether one passage may be the other edited, by how long they are. */
const areComparable = (one: number, other: number): boolean => one <= 2 * other + 1 && other <= 2 * one + 1;

/** Follows a moved passage on, to the end of its block, where it was edited. */
function extend(pairing: Pairing, run: Run, step: Step): void {
  const { old, now, vocabulary } = pairing;
  const [a, b] = step === 1 ? [run.a + run.length, run.b + run.length] : [run.a - 1, run.b - 1];
  const olds = freeFrom(a, step, pairing.isFreeOld, old, vocabulary.kinds);
  const news = freeFrom(b, step, pairing.isFreeNew, now, vocabulary.kinds);
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
