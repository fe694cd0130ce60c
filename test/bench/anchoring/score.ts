import type { Span } from '@/domain/anchor';
import type { JudgedClaim } from './cases';

/** How much of two spans is common, of all that either covers: 0 to 1. */
function overlap(one: Span, other: Span): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** The share of common text from which a place counts as the right one. */
const RIGHT = 0.9;

/** Counts how often a matcher is right about some claims. */
export class Tally {
  claims = 0;
  #present = 0;
  #certain = 0;
  #exact = 0;
  #overlapping = 0;
  #wrong = 0;
  #missed = 0;
  #lostRightly = 0;

  add({ accept, certainEnds }: JudgedClaim, found: Span | null): void {
    this.claims += 1;
    const best = found ? Math.max(0, ...accept.map((span) => overlap(span, found))) : 0;
    if (found && best === 0) this.#wrong += 1;
    if (accept.length === 0) {
      if (!found) this.#lostRightly += 1;
      return;
    }
    this.#present += 1;
    if (!found) this.#missed += 1;
    if (best >= RIGHT) this.#overlapping += 1;
    if (!certainEnds) return;
    this.#certain += 1;
    if (found && accept.some(({ start, end }) => start === found.start && end === found.end)) this.#exact += 1;
  }

  /** Exact and overlap of those that are still there, wrong of all, missed of those still there, and how "lost" fares. */
  get cells(): string[] {
    const gone = this.claims - this.#present;
    const saidLost = this.#lostRightly + this.#missed;
    return [
      percent(this.#exact, this.#certain),
      percent(this.#overlapping, this.#present),
      percent(this.#wrong, this.claims),
      percent(this.#missed, this.#present),
      ratio(this.#lostRightly, saidLost),
      ratio(this.#lostRightly, gone),
      ratio(2 * this.#lostRightly, saidLost + gone),
    ];
  }

  static readonly head = ['exact %', 'overlap %', 'wrong %', 'missed %', 'lost: precision', 'recall', 'F1'];
}

const percent = (part: number, all: number): string => (all === 0 ? '' : ((100 * part) / all).toFixed(2));
const ratio = (part: number, all: number): string => (all === 0 ? '' : (part / all).toFixed(3));
