import type { Span } from '../anchor';
import type { Alignment } from './alignment';
import { placeAtEdge } from './edges';
import { ALIKE, type Likeness, OTHER, SAME } from './gap';
import type { Pairing } from './pairing';
import { HOLDS, heaviest, type Part } from './parts';
import { ahead, areComparable, readOn, type Step } from './reading-on';
import { replacedPart } from './replaced';
import type { Tokens } from './tokens';
import { Unclaimed } from './unclaimed';
import { BREAK, MARK } from './vocabulary';

/** Of what a claim tells, the share that must still be there: with less, more of it is new than is left. */
const ENOUGH = 0.5;

/** The share that must be there of a claim found among words that nothing beside it leads to. */
const ENOUGH_ELSEWHERE = 0.75;

/** Bits by which what is found among unclaimed words must tell more than chance would find there. */
const CERTAIN = 10;

/** Tokens within which the words left at a claim's end are looked for: as many again put in, and a sentence more. */
const reachOf = (left: number): number => 2 * left + 20;

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

/** A claim as tokens of the old text. */
type Claim = { span: Span; from: number; to: number };

/** Where a claim stands in the new text, and whether that is where the rest of the text leads to. */
export type Place = { span: Span; inOrder: boolean };

/** Finds claims in the new text by what stands for their words. */
export class Places {
  readonly #alignment: Alignment;
  readonly #pairing: Pairing;
  readonly #oldText: string;
  readonly #newText: string;
  #unclaimed: Unclaimed | undefined;

  constructor(alignment: Alignment, oldText: string, newText: string) {
    this.#alignment = alignment;
    this.#pairing = alignment.pairing;
    this.#oldText = oldText;
    this.#newText = newText;
  }

  /** Where the claim's words stand now, or null when too few of them do. */
  of(span: Span): Place | null {
    const edge = placeAtEdge(span, this.#pairing.edges, this.#oldText.length, this.#newText.length);
    if (edge) return { span: edge, inOrder: true };
    const claim = this.#claim(span);
    const part = this.#standing(claim) ?? this.#elsewhere(claim) ?? replacedPart(this.#pairing, claim);
    return part && { span: { start: this.#startOf(part, span), end: this.#endOf(part, span) }, inOrder: part.inOrder };
  }

  #claim(span: Span): Claim {
    const { old, vocabulary } = this.#pairing;
    let { from, to } = tokensIn(old, span);
    const isBreak = (a: number) => vocabulary.kinds[old.ids[a]!] === BREAK;
    while (from < to && isBreak(from)) from += 1;
    while (from < to && isBreak(to - 1)) to -= 1;
    this.#alignment.read(from - 1, to + 1);
    return { span, from, to };
  }

  /** What of a token the claim holds tells, in bits, when it is found again as it was or alike. */
  #told(a: number, { start, end }: Span, likeness: Likeness = SAME): number {
    const { old, vocabulary } = this.#pairing;
    const id = old.ids[a]!;
    if (likeness === OTHER || vocabulary.kinds[id] === MARK) return 0;
    const [from, to] = [old.starts[a]!, old.ends[a]!];
    const share = (Math.min(to, end) - Math.max(from, start)) / (to - from);
    return share * vocabulary.information(id) * (likeness === ALIKE ? 0.5 : 1);
  }

  #tells({ span, from, to }: Claim): number {
    let all = 0;
    for (let a = from; a < to; a += 1) all += this.#told(a, span);
    return all;
  }

  /** Where what stands for the claim's words stands together. */
  #standing(claim: Claim): Part | null {
    return this.#best(this.#partsOf(claim), claim, ENOUGH * this.#tells(claim));
  }

  #partsOf({ span, from, to }: Claim): Part[] {
    const { partner, likeness, isInOrder } = this.#pairing;
    const found: Part[] = [];
    for (let a = from; a < to; a += 1) {
      const b = partner(a);
      if (b < 0) continue;
      const told = this.#told(a, span, likeness(a));
      const holds = Math.max(told, HOLDS);
      const part = found.at(-1);
      if (part && a === part.z + 1 && b === part.y + 1) {
        Object.assign(part, { z: a, y: b, told: part.told + told, holds: part.holds + holds });
      } else found.push({ a, z: a, b, y: b, told, holds, inOrder: isInOrder(a) });
    }
    return found;
  }

  /** Where the claim's words stand among those that stand for nothing; nowhere, when they do so in two places. */
  #elsewhere(claim: Claim): Part | null {
    this.#unclaimed ??= this.#allUnclaimed();
    const { span, from, to } = claim;
    const chance = Math.log2(to - from) + Math.log2(this.#unclaimed.size) + CERTAIN;
    const enough = Math.max(chance, ENOUGH_ELSEWHERE * this.#tells(claim));
    const parts = this.#unclaimed.runsOf(from, to).map(({ a, b, length }): Part => {
      let told = 0;
      for (let at = a; at < a + length; at += 1) told += this.#told(at, span);
      return { a, z: a + length - 1, b, y: b + length - 1, told, holds: told, inOrder: false };
    });
    const best = this.#best(parts, claim, enough);
    if (!best) return null;
    const others = parts.filter(({ b, y }) => y < best.b || b > best.y);
    return this.#best(others, claim, enough) ? null : best;
  }

  #allUnclaimed(): Unclaimed {
    this.#alignment.read(0, this.#pairing.old.length);
    return new Unclaimed(this.#pairing);
  }

  #best(parts: Part[], claim: Claim, enough: number): Part | null {
    const part = heaviest(parts);
    if (!part) return null;
    this.#readToEnds(part, claim);
    return part.told < enough ? null : part;
  }

  /** Draws a part out to the ends of the claim, as far as its words go on. */
  #readToEnds(part: Part, { span, from, to }: Claim): void {
    this.#readToEnd(part, span, part.a - from, from - 1, -1);
    this.#readToEnd(part, span, to - 1 - part.z, to, 1);
  }

  #readToEnd(part: Part, span: Span, left: number, beyond: number, step: Step): void {
    if (left === 0) return;
    const { partner, old, now, vocabulary } = this.#pairing;
    const [a, b] = step < 0 ? [part.a - 1, part.b - 1] : [part.z + 1, part.y + 1];
    const between = ((partner(beyond) ?? -1) - b) * step;
    if (partner(beyond) >= 0 && between >= -1 && between <= reachOf(left)) {
      this.#drawOut(part, a, left, partner(beyond), step);
      return;
    }
    const reach = reachOf(left);
    const block = ahead(b, step, now, vocabulary, (at) => (at - b) * step < reach);
    const whole =
      ahead(a, step, old, vocabulary, () => true).many === left && block.toBreak && areComparable(left, block.many);
    const news = whole ? block.many : Math.max(0, Math.min(reach, step < 0 ? b + 1 : now.length - b));
    const pairs = readOn(this.#pairing, { a, b, olds: left, news }, step, whole);
    for (const pair of pairs) part.told += this.#told(pair.a, span, pair.likeness);
    const last = pairs.at(-1);
    if (last) this.#draw(part, last.a, last.b, step);
  }

  /** Draws a part out to whatever stands for the words left, short of what stands for the word beyond them. */
  #drawOut(part: Part, a: number, left: number, beyond: number, step: Step): void {
    for (let at = 0; at < left; at += 1) {
      const b = this.#pairing.partner(a + at * step);
      const after = step < 0 ? part.b - b : b - part.y;
      if (b >= 0 && after > 0 && (beyond - b) * step > 0) this.#draw(part, a + at * step, b, step);
    }
  }

  #draw(part: Part, a: number, b: number, step: Step): void {
    if (step < 0) Object.assign(part, { a, b });
    else Object.assign(part, { z: a, y: b });
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
