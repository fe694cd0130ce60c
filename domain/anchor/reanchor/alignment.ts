import { heaviestChain } from './chain';
import { alignGap } from './gap';
import { type Run, uniqueRuns } from './runs';
import { type Tokens, tokenise, Vocabulary } from './tokens';

/** Cells of a table that one gap may take: larger gaps are cut at words that stand once in either side. */
const TABLE = 4_000_000;

/** Both texts as words, and for each old word the new one that stands for it. */
export type Alignment = {
  old: Tokens;
  now: Tokens;
  vocabulary: Vocabulary;
  /** The same word in the new text, or -1. */
  same: Int32Array;
  /** The word that took its place, or -1. */
  instead: Int32Array;
  /** Whether the old word keeps its place in the order of the text. */
  inOrder: Uint8Array;
};

export class Aligner {
  readonly old: Tokens;
  readonly now: Tokens;
  readonly vocabulary = new Vocabulary();
  readonly same: Int32Array;
  readonly instead: Int32Array;
  readonly inOrder: Uint8Array;
  /** The old word that each new one stands for, or -1. */
  readonly taken: Int32Array;

  constructor(oldText: string, newText: string) {
    this.old = tokenise(oldText, this.vocabulary);
    this.now = tokenise(newText, this.vocabulary);
    this.same = new Int32Array(this.old.length).fill(-1);
    this.instead = new Int32Array(this.old.length).fill(-1);
    this.inOrder = new Uint8Array(this.old.length);
    this.taken = new Int32Array(this.now.length).fill(-1);
  }

  take(run: Run, main: boolean): void {
    for (let at = 0; at < run.length; at += 1) {
      const [a, b] = [run.a + at, run.b + at];
      if (this.same[a]! >= 0 || this.taken[b]! >= 0) continue;
      this.pair(a, b, true, main);
    }
  }

  pair(a: number, b: number, same: boolean, main: boolean): void {
    if (same) this.same[a] = b;
    else this.instead[a] = b;
    this.taken[b] = a;
    this.inOrder[a] = main ? 1 : 0;
  }

  fill(aFrom: number, aTo: number, bFrom: number, bTo: number, main: boolean): void {
    const { old, now } = this;
    const free: number[] = [];
    for (let a = aFrom; a < aTo; a += 1) if (this.same[a]! < 0 && this.instead[a]! < 0) free.push(a);
    const open: number[] = [];
    for (let b = bFrom; b < bTo; b += 1) if (this.taken[b]! < 0) open.push(b);
    if (free.length === 0 || open.length === 0) return;
    if (free.length * open.length > TABLE) return;
    const pairs = alignGap(
      free.map((a) => old.ids[a]!),
      open.map((b) => now.ids[b]!),
      this.vocabulary,
    );
    for (const { a, b, same } of pairs) this.pair(free[a]!, open[b]!, same, main);
  }
}

/** How unlikely a piece met out of order must be as chance: one in this many comparisons of whole texts. */
const CERTAIN = 10;

export function align(oldText: string, newText: string): Aligner {
  const aligner = new Aligner(oldText, newText);
  const { old, now } = aligner;
  const runs = uniqueRuns(old, now, aligner.vocabulary);
  const chain = heaviestChain(runs);
  const main = new Set(chain);
  const need = Math.log2(old.length + 1) + Math.log2(now.length + 1) + CERTAIN;
  for (const run of chain) aligner.take(run, true);
  const moved = runs.filter((run) => !main.has(run) && run.weight >= need).sort((x, y) => y.weight - x.weight);
  for (const run of moved) aligner.take(run, false);
  const kept = [...chain, ...moved].sort((x, y) => x.a - y.a);
  fillMoved(aligner, kept, main);
  let a = 0;
  let b = 0;
  for (const run of [...chain, { a: old.length, b: now.length, length: 0 }]) {
    aligner.fill(a, run.a, b, run.b, true);
    a = Math.max(a, run.a + run.length);
    b = Math.max(b, run.b + run.length);
  }
  return aligner;
}

function fillMoved(aligner: Aligner, kept: Run[], main: Set<Run>): void {
  const byNew = [...kept].sort((x, y) => x.b - y.b);
  const rank = new Map(byNew.map((run, at) => [run, at]));
  kept.forEach((run, at) => {
    const next = kept[at + 1];
    if (!next || (main.has(run) && main.has(next))) return;
    if (rank.get(next) === rank.get(run)! + 1)
      aligner.fill(run.a + run.length, next.a, run.b + run.length, next.b, false);
  });
}
