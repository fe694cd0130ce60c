import type { Span } from '../anchor';
import { placeAtEdge } from './edges';
import { ALIKE, alignFrom, type Likeness, OTHER, SAME } from './gap';
import type { Pairing } from './pairing';
import type { Tokens } from './tokens';
import { BREAK, MARK } from './vocabulary';

/** Of what a claim tells, the share that must still be there. */
const ENOUGH = 0.5;

/** Bits that a foreign word between two parts of a claim speaks against their belonging together. */
const FOREIGN = 1;

/** Bits by which a mark, or a word in place of another, holds to what is beside it. */
const HOLDS = 1;

/** Parts of a claim that the next one may follow. */
const BACK = 64;

/** How many of these ascending offsets are below or, when `including`, at the offset. */
function countBelow(offsets: Int32Array, offset: number, including: boolean): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset || (including && offsets[middle] === offset)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that a span touches. */
const tokensIn = ({ starts, ends }: Tokens, span: Span) => ({
  from: countBelow(ends, span.start, true),
  to: countBelow(starts, span.end, false),
});

/** Tokens of a claim that follow each other in both texts, from `a` to `z`, and what they tell of it, in bits. */
type Part = { a: number; z: number; b: number; y: number; told: number; holds: number; inOrder: boolean };

export type Place = { span: Span; inOrder: boolean };

/** The parts that follow each other and tell most, what is foreign in between taken off; as one. */
function heaviest(parts: Part[]): Part | null {
  let best: { part: Part; sum: number } | null = null;
  const sums: { part: Part; sum: number }[] = [];
  for (const [at, part] of parts.entries()) {
    let joined = { part, sum: part.holds };
    for (const before of sums.slice(Math.max(0, at - BACK), at)) {
      const foreign = part.b - before.part.y - 1;
      const sum = before.sum + part.holds - FOREIGN * foreign;
      if (foreign < 0 || sum <= joined.sum) continue;
      const { a, b, told, inOrder } = before.part;
      const mainly = told < part.told ? part.inOrder : inOrder;
      joined = { part: { ...part, a, b, told: told + part.told, inOrder: mainly }, sum };
    }
    sums.push(joined);
    if (!best || joined.sum > best.sum) best = joined;
  }
  return best?.part ?? null;
}

/** Finds claims in the new text by what stands for their words. */
export class Places {
  readonly #pairing: Pairing;
  readonly #oldText: string;
  readonly #newText: string;

  constructor(pairing: Pairing, oldText: string, newText: string) {
    this.#pairing = pairing;
    this.#oldText = oldText;
    this.#newText = newText;
  }

  /** What of a token the span holds tells, in bits, when it is found again as it was or alike. */
  #told(a: number, { start, end }: Span, likeness: Likeness = SAME): number {
    const { old, vocabulary } = this.#pairing;
    const id = old.ids[a]!;
    if (likeness === OTHER || vocabulary.kinds[id] === MARK) return 0;
    const [from, to] = [old.starts[a]!, old.ends[a]!];
    const share = (Math.min(to, end) - Math.max(from, start)) / (to - from);
    return share * vocabulary.information(id) * (likeness === ALIKE ? 0.5 : 1);
  }

  #parts(span: Span, from: number, to: number): Part[] {
    const { partner, likeness, isInOrder } = this.#pairing;
    const found: Part[] = [];
    for (let a = from; a < to; a += 1) {
      const b = partner(a);
      if (b < 0) continue;
      const told = this.#told(a, span, likeness(a));
      const part = found.at(-1);
      if (part && a === part.z + 1 && b === part.y + 1) {
        part.y = b;
        part.z = a;
        part.told += told;
        part.holds += Math.max(told, HOLDS);
      } else found.push({ a, z: a, b, y: b, told, holds: Math.max(told, HOLDS), inOrder: isInOrder(a) });
    }
    return found;
  }

  /** Where the claim's words stand now, or null when too few of them do. */
  of(span: Span): Place | null {
    const { old, edges, vocabulary } = this.#pairing;
    const edge = placeAtEdge(span, edges, this.#oldText.length, this.#newText.length);
    if (edge) return { span: edge, inOrder: true };
    let { from, to } = tokensIn(old, span);
    const isBreak = (a: number) => vocabulary.kinds[old.ids[a]!] === BREAK;
    while (from < to && isBreak(from)) from += 1;
    while (from < to && isBreak(to - 1)) to -= 1;
    let all = 0;
    for (let a = from; a < to; a += 1) all += this.#told(a, span);
    const part = heaviest(this.#parts(span, from, to));
    if (!part) return null;
    this.#extend(part, span, from, to);
    if (part.told < ENOUGH * all) return null;
    return { span: { start: this.#startOf(part, span), end: this.#endOf(part, span) }, inOrder: part.inOrder };
  }

  /** Reads on at both ends where words of the claim are left. */
  #extend(part: Part, span: Span, from: number, to: number): void {
    const { old, now, vocabulary, partner } = this.#pairing;
    const sides = [
      { step: -1, a: part.a - 1, b: part.b - 1, many: part.a - from },
      { step: 1, a: part.z + 1, b: part.y + 1, many: to - 1 - part.z },
    ];
    for (const { step, a, b, many } of sides) {
      if (many === 0 || many > 400) continue;
      const beside = partner(step < 0 ? from - 1 : to) ?? -1;
      const between = (beside - b) * step;
      if (beside >= 0 && between >= -1 && between <= 3 * many + 20) {
        for (let at = 0; at < many; at += 1) {
          const to = partner(a + at * step);
          if (to < 0 || (to - b) * step < 0 || (beside - to) * step <= 0) continue;
          if (step < 0) [part.a, part.b] = [a + at * step, Math.min(part.b, to)];
          else [part.z, part.y] = [a + at * step, Math.max(part.y, to)];
        }
        continue;
      }
      const olds = Array.from({ length: many }, (_, at) => a + at * step);
      const reach = Math.min(2 * many + 4, step < 0 ? b + 1 : now.length - b);
      const news = Array.from({ length: Math.max(0, reach) }, (_, at) => b + at * step);
      const pairs = alignFrom(
        olds.map((at) => old.ids[at]!),
        news.map((at) => now.ids[at]!),
        vocabulary,
      );
      const last = pairs.at(-1);
      if (!last) continue;
      for (const pair of pairs) part.told += this.#told(olds[pair.a]!, span, pair.likeness);
      if (step < 0) [part.a, part.b] = [olds[last.a]!, news[last.b]!];
      else [part.z, part.y] = [olds[last.a]!, news[last.b]!];
    }
  }

  /** Whether a token is set in both texts letter for letter, so that a place within it is the same place. */
  #isIntact(a: number, b: number): boolean {
    const { old, now } = this.#pairing;
    const [from, to] = [old.starts[a]!, old.ends[a]!];
    const [start, end] = [now.starts[b]!, now.ends[b]!];
    return end - start === to - from && this.#oldText.slice(from, to) === this.#newText.slice(start, end);
  }

  #startOf({ a, b }: Part, { start }: Span): number {
    const { old, now } = this.#pairing;
    const within = start - old.starts[a]!;
    return now.starts[b]! + (within > 0 && this.#isIntact(a, b) ? within : 0);
  }

  #endOf({ z, y }: Part, { end }: Span): number {
    const { old, now } = this.#pairing;
    const without = old.ends[z]! - end;
    return now.ends[y]! - (without > 0 && this.#isIntact(z, y) ? without : 0);
  }
}
