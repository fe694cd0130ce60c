import { heaviestChain } from './chain';
import { alignGap, SAME } from './gap';
import type { Pairing } from './pairing';
import { uniqueRuns } from './runs';

/** Cells of the table that compares a gap word by word. A larger gap is first parted at words found once on either side. */
const TABLE = 64_000;

/** Tokens of a gap by their place in the text, in order: those that nothing stands for yet. */
type Gap = { olds: number[]; news: number[] };

export type Range = { from: number; to: number };

function freeIn({ from, to }: Range, isFree: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if (isFree(at)) found.push(at);
  return found;
}

/** Pairs the words of two stretches that correspond to each other as a whole. */
export function fillBetween(pairing: Pairing, old: Range, now: Range, inOrder: boolean): void {
  fill(pairing, { olds: freeIn(old, pairing.isFreeOld), news: freeIn(now, pairing.isFreeNew) }, inOrder);
}

function fill(pairing: Pairing, whole: Gap, inOrder: boolean): void {
  const gap = withoutEnds(pairing, whole, inOrder);
  const { olds, news } = gap;
  if (olds.length === 0 || news.length === 0) return;
  if (olds.length * news.length > TABLE) {
    fillInParts(pairing, gap, inOrder);
    return;
  }
  for (const { a, b, likeness } of alignGap(...idsOf(pairing, gap), pairing.vocabulary)) {
    pairing.pair(olds[a]!, news[b]!, likeness, inOrder);
  }
}

const idsOf = ({ old, now }: Pairing, { olds, news }: Gap): [number[], number[]] => [
  olds.map((a) => old.ids[a]!),
  news.map((b) => now.ids[b]!),
];

/** Pairs what a gap begins and ends with alike, and gives back what is left. */
function withoutEnds(pairing: Pairing, { olds, news }: Gap, inOrder: boolean): Gap {
  const { old, now } = pairing;
  const equal = (x: number, y: number) => old.ids[olds.at(x)!] === now.ids[news.at(y)!];
  const shorter = Math.min(olds.length, news.length);
  let head = 0;
  while (head < shorter && equal(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && equal(-1 - tail, -1 - tail)) tail += 1;
  for (let at = 0; at < head; at += 1) pairing.pair(olds[at]!, news[at]!, SAME, inOrder);
  for (let at = 1; at <= tail; at += 1) pairing.pair(olds.at(-at)!, news.at(-at)!, SAME, inOrder);
  return { olds: olds.slice(head, olds.length - tail), news: news.slice(head, news.length - tail) };
}

/** Fills a gap that is too large for a table between the words that stand once on either side; without any, not at all. */
function fillInParts(pairing: Pairing, gap: Gap, inOrder: boolean): void {
  const { olds, news } = gap;
  const chain = heaviestChain(uniqueRuns(...idsOf(pairing, gap), 1, pairing.vocabulary));
  if (chain.length === 0) return;
  let [a, b] = [0, 0];
  for (const run of [...chain, { a: olds.length, b: news.length, length: 0 }]) {
    if (run.a >= a && run.b >= b) fill(pairing, { olds: olds.slice(a, run.a), news: news.slice(b, run.b) }, inOrder);
    for (let at = 0; at < run.length; at += 1) {
      const [old, now] = [olds[run.a + at]!, news[run.b + at]!];
      if (pairing.isFreeOld(old) && pairing.isFreeNew(now)) pairing.pair(old, now, SAME, inOrder);
    }
    a = Math.max(a, run.a + run.length);
    b = Math.max(b, run.b + run.length);
  }
}
