import type { Span } from '../anchor';
import { splitsPair } from '../quote';
import { UNSPACED } from './script';

const WORD = /[\p{L}\p{M}\p{N}]/u;
const FIGURE_SO_FAR = /\p{Nd}[.,]?$/u;
const FIGURE_GOES_ON = /^[.,]?\p{Nd}/u;

/** Units of a word looked at, so that one without end costs nothing. */
const LONGEST = 64;

const before = (text: string, at: number): string => text.slice(splitsPair(text, at - 1) ? at - 2 : at - 1, at);
const after = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at)!);
const joins = (character: string): boolean => WORD.test(character) && !UNSPACED.test(character);

/** Whether a cut at this offset would part a character, a word or a figure. */
export function parts(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  if (splitsPair(text, at)) return true;
  if (joins(before(text, at)) && joins(after(text, at))) return true;
  return FIGURE_SO_FAR.test(text.slice(Math.max(0, at - 2), at)) && FIGURE_GOES_ON.test(text.slice(at, at + 2));
}

/** The offset, or the next one in the direction that parts no word. */
function whole(text: string, at: number, step: 1 | -1): number {
  for (let next = at; Math.abs(next - at) <= LONGEST; next += step) if (!parts(text, next)) return next;
  return at;
}

/**
 * A place drawn out to whole words and figures, at each end at which the claim held whole ones: "3" does not stand in
 * "3.5", nor "port" in "ports".
 */
export function inWholeWords(oldText: string, from: Span, newText: string, { start, end }: Span): Span {
  return {
    start: parts(oldText, from.start) ? start : whole(newText, start, -1),
    end: parts(oldText, from.end) ? end : whole(newText, end, 1),
  };
}
