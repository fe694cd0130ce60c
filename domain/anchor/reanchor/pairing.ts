import { commonEdges, type Edges } from './edges';
import { type Likeness, SAME } from './gap';
import type { Run } from './runs';
import { readBoth } from './sentences';
import type { Tokens } from './tokens';
import { Vocabulary } from './vocabulary';

const NONE = -1;

/** Which token of the new text stands for which of the old: each for one at most. */
export class Pairing {
  readonly vocabulary = new Vocabulary();
  readonly edges: Edges;
  readonly old: Tokens;
  readonly now: Tokens;
  /** For each old token the new one that stands for it, or -1. */
  readonly #partner: Int32Array;
  /** How much of the word that one is. */
  readonly #likeness: Uint8Array;
  /** Whether it stands where the rest of the text leads to, or was moved there. */
  readonly #inOrder: Uint8Array;
  readonly #taken: Uint8Array;

  constructor(oldText: string, newText: string) {
    this.edges = commonEdges(oldText, newText);
    const { old, now } = readBoth(oldText, newText, this.edges, this.vocabulary);
    this.old = old;
    this.now = now;
    this.#partner = new Int32Array(old.length).fill(NONE);
    this.#likeness = new Uint8Array(old.length);
    this.#inOrder = new Uint8Array(old.length);
    this.#taken = new Uint8Array(now.length);
  }

  partner = (a: number): number => this.#partner[a]!;
  likeness = (a: number): Likeness => this.#likeness[a]! as Likeness;
  isInOrder = (a: number): boolean => this.#inOrder[a] === 1;
  isFreeOld = (a: number): boolean => this.#partner[a]! === NONE;
  isFreeNew = (b: number): boolean => this.#taken[b] === 0;

  pair(a: number, b: number, likeness: Likeness, inOrder: boolean): void {
    this.#partner[a] = b;
    this.#taken[b] = 1;
    this.#likeness[a] = likeness;
    this.#inOrder[a] = inOrder ? 1 : 0;
  }

  /** Pairs what of a run is still free on both sides. */
  pairRun(run: Run, inOrder: boolean): void {
    for (let at = 0; at < run.length; at += 1) {
      const [a, b] = [run.a + at, run.b + at];
      if (this.isFreeOld(a) && this.isFreeNew(b)) this.pair(a, b, SAME, inOrder);
    }
  }
}
