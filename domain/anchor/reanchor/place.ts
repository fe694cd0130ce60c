import type { Span } from '../anchor';
import type { Pairing } from './pairing';
import type { Tokens } from './tokens';
import { BREAK } from './vocabulary';

/** Of what a claim tells, the share that must still be there. */
const ENOUGH = 0.5;

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

/** Tokens of a claim that stand together in the new text, and what they tell of it, in bits. */
type Group = { first: number; last: number; told: number; inOrder: boolean; a: number; z: number };

export type Place = { span: Span; inOrder: boolean };

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

  /** What of a token the span holds tells, in bits. */
  #told(a: number, { start, end }: Span): number {
    const { old, vocabulary } = this.#pairing;
    const [from, to] = [old.starts[a]!, old.ends[a]!];
    const share = (Math.min(to, end) - Math.max(from, start)) / (to - from);
    return share * vocabulary.information(old.ids[a]!);
  }

  #groups(span: Span, from: number, to: number): Group[] {
    const { partner, isSame, isInOrder } = this.#pairing;
    const found: Group[] = [];
    const far = Math.max(20, 2 * (to - from));
    for (let a = from; a < to; a += 1) {
      const b = partner(a);
      if (b < 0) continue;
      const told = isSame(a) ? this.#told(a, span) : 0;
      const group = found.at(-1);
      if (group && b > group.last && b - group.last <= far) {
        group.last = b;
        group.z = a;
        group.told += told;
      } else found.push({ first: b, last: b, told, inOrder: isInOrder(a), a, z: a });
    }
    return found;
  }

  /** Where the claim's words stand now, or null when too few of them do. */
  of(span: Span): Place | null {
    const { old, vocabulary } = this.#pairing;
    let { from, to } = tokensIn(old, span);
    const isBreak = (a: number) => vocabulary.kinds[old.ids[a]!] === BREAK;
    while (from < to && isBreak(from)) from += 1;
    while (from < to && isBreak(to - 1)) to -= 1;
    let all = 0;
    for (let a = from; a < to; a += 1) all += this.#told(a, span);
    const best = this.#groups(span, from, to).sort((x, y) => y.told - x.told)[0];
    if (!best || best.told < ENOUGH * all) return null;
    return { span: { start: this.#startOf(best, span), end: this.#endOf(best, span) }, inOrder: best.inOrder };
  }

  /** Whether a token is set in both texts letter for letter, so that a place within it is the same place. */
  #isIntact(a: number, b: number): boolean {
    const { old, now } = this.#pairing;
    const [from, to] = [old.starts[a]!, old.ends[a]!];
    const start = now.starts[b]!;
    return (
      now.ends[b]! - start === to - from && this.#oldText.slice(from, to) === this.#newText.slice(start, now.ends[b]!)
    );
  }

  #startOf({ first, a }: Group, { start }: Span): number {
    const { old, now } = this.#pairing;
    const within = start - old.starts[a]!;
    return now.starts[first]! + (within > 0 && this.#isIntact(a, first) ? within : 0);
  }

  #endOf({ last, z }: Group, { end }: Span): number {
    const { old, now } = this.#pairing;
    const without = old.ends[z]! - end;
    return now.ends[last]! - (without > 0 && this.#isIntact(z, last) ? without : 0);
  }
}
