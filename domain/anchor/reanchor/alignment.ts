import { heaviestChain } from './chain';
import { alignFrom, alignGap, type Pair, SAME } from './gap';
import { Pairing } from './pairing';
import { type Run, uniqueRuns } from './runs';
import { BREAK } from './vocabulary';

/** Tokens in a row that make a place in a whole text; fewer are met by chance all over it. */
const SHINGLE = 3;

/** Cells of the table that compares a gap word by word. A larger gap is first parted at words found once in either side. */
const TABLE = 250_000;

/** Bits by which a passage met out of order must tell more than chance would find among all pairs of places. */
const CERTAIN = 10;

type Side = number[];
type Stretch = { from: number; to: number };

const freeIn = ({ from, to }: Stretch, isFree: (at: number) => boolean): Side => {
  const found: Side = [];
  for (let at = from; at < to; at += 1) if (isFree(at)) found.push(at);
  return found;
};

/** Pairs the words of two stretches that correspond to each other as a whole. */
function fillGap(pairing: Pairing, olds: Side, news: Side, inOrder: boolean): void {
  let head = 0;
  const { old, now, vocabulary } = pairing;
  const equal = (x: number, y: number) => old.ids[olds[x]!] === now.ids[news[y]!];
  while (head < olds.length && head < news.length && equal(head, head)) {
    pairing.pair(olds[head]!, news[head]!, SAME, inOrder);
    head += 1;
  }
  let tail = 0;
  while (tail < Math.min(olds.length, news.length) - head && equal(olds.length - 1 - tail, news.length - 1 - tail)) {
    pairing.pair(olds.at(-1 - tail)!, news.at(-1 - tail)!, SAME, inOrder);
    tail += 1;
  }
  const a = olds.slice(head, olds.length - tail);
  const b = news.slice(head, news.length - tail);
  if (a.length === 0 || b.length === 0) return;
  const [idsA, idsB] = [a.map((at) => old.ids[at]!), b.map((at) => now.ids[at]!)];
  if (a.length * b.length <= TABLE) {
    keep(pairing, alignGap(idsA, idsB, vocabulary), a, b, inOrder);
    return;
  }
  const runs = heaviestChain(uniqueRuns(idsA, idsB, 1, vocabulary));
  if (runs.length === 0) return;
  let [fromA, fromB] = [0, 0];
  for (const run of runs) {
    fillGap(pairing, a.slice(fromA, run.a), b.slice(fromB, run.b), inOrder);
    for (let at = 0; at < run.length; at += 1) {
      const [x, y] = [a[run.a + at]!, b[run.b + at]!];
      if (pairing.isFreeOld(x) && pairing.isFreeNew(y)) pairing.pair(x, y, SAME, inOrder);
    }
    fromA = run.a + run.length;
    fromB = run.b + run.length;
  }
  fillGap(pairing, a.slice(fromA), b.slice(fromB), inOrder);
}

function keep(pairing: Pairing, pairs: Pair[], olds: Side, news: Side, inOrder: boolean): void {
  for (const { a, b, likeness } of pairs) pairing.pair(olds[a]!, news[b]!, likeness, inOrder);
}

function fillBetween(pairing: Pairing, old: Stretch, now: Stretch, inOrder: boolean): void {
  fillGap(pairing, freeIn(old, pairing.isFreeOld), freeIn(now, pairing.isFreeNew), inOrder);
}

/** The free tokens next to a place, up to the end of its block. */
function* besides(
  at: number,
  step: 1 | -1,
  isFree: (at: number) => boolean,
  ids: Int32Array,
  kinds: number[],
): Generator<number> {
  for (let next = at; next >= 0 && next < ids.length && isFree(next); next += step) {
    if (kinds[ids[next]!] === BREAK) return;
    yield next;
  }
}

/** Follows a moved passage on where it was edited. */
function extend(pairing: Pairing, { a, b, length }: Run): void {
  const { old, now, vocabulary } = pairing;
  for (const step of [1, -1] as const) {
    const olds = [...besides(step === 1 ? a + length : a - 1, step, pairing.isFreeOld, old.ids, vocabulary.kinds)];
    const news = [...besides(step === 1 ? b + length : b - 1, step, pairing.isFreeNew, now.ids, vocabulary.kinds)];
    if (olds.length * news.length > TABLE || olds.length * news.length === 0) continue;
    const pairs = alignFrom(
      olds.map((at) => old.ids[at]!),
      news.map((at) => now.ids[at]!),
      vocabulary,
    );
    keep(pairing, pairs, olds, news, false);
  }
}

function pairMoved(pairing: Pairing, moved: Run[], chain: Run[]): void {
  for (const run of moved) pairing.pairRun(run, false);
  const main = new Set(chain);
  const kept = [...chain, ...moved].sort((x, y) => x.a - y.a);
  const rank = new Map([...kept].sort((x, y) => x.b - y.b).map((run, at) => [run, at]));
  kept.forEach((run, at) => {
    const next = kept[at + 1];
    if (!next || (main.has(run) && main.has(next)) || rank.get(next) !== rank.get(run)! + 1) return;
    fillBetween(pairing, { from: run.a + run.length, to: next.a }, { from: run.b + run.length, to: next.b }, false);
  });
  for (const run of moved) extend(pairing, run);
}

/** Pairs the words of two texts: first what is found once in both, then what was moved, then the edits in between. */
export function align(oldText: string, newText: string): Pairing {
  const pairing = new Pairing(oldText, newText);
  const { old, now, vocabulary } = pairing;
  const runs = uniqueRuns(old.ids, now.ids, SHINGLE, vocabulary);
  const chain = heaviestChain(runs);
  for (const run of chain) pairing.pairRun(run, true);
  const main = new Set(chain);
  const chance = Math.log2(old.length + 1) + Math.log2(now.length + 1) + CERTAIN;
  const moved = runs.filter((run) => !main.has(run) && run.weight >= chance).sort((x, y) => y.weight - x.weight);
  pairMoved(pairing, moved, chain);
  let [a, b] = [0, 0];
  for (const run of [...chain, { a: old.length, b: now.length, length: 0 }]) {
    if (run.a >= a && run.b >= b) fillBetween(pairing, { from: a, to: run.a }, { from: b, to: run.b }, true);
    a = Math.max(a, run.a + run.length);
    b = Math.max(b, run.b + run.length);
  }
  return pairing;
}
