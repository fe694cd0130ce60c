import { ok, type Result, refuse } from '../result';
import type { Described, Quote, Span } from './anchor';

/** Units of text kept on either side of a quote. */
const CONTEXT = 32;

/** Whether cutting the text here would part the two halves of a surrogate pair. */
export const splitsPair = (text: string, offset: number): boolean =>
  (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;

/**
 * The span as a quote with its surroundings. No side of the context splits a surrogate pair: it is a unit shorter then.
 * Throws a RangeError when the span is not one of this text's.
 */
export function describeSpan(text: string, { start, end }: Span): Described {
  if (!(start >= 0 && start <= end && end <= text.length)) throw new RangeError(`No span ${start}–${end} in this text`);
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
  };
}

const mismatch = (message: string): Result<never> =>
  refuse('rule', 'quote-mismatch', message, { pointer: '/anchor/exact' });

const isOffset = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The span of a quote, provided that it is just what the text says there: no similarity, no other length. */
export function checkQuote(text: string, { start, end, exact }: Quote): Result<Span> {
  if (!isOffset(start) || !isOffset(end) || start > end || end > text.length) {
    return mismatch(
      `There is no place ${start} to ${end} in this text of ${text.length} characters. Select the words again.`,
    );
  }
  if (text.slice(start, end).trim() === '') return mismatch('Nothing is selected here. Select the words of the claim.');
  if (splitsPair(text, start) || splitsPair(text, end)) {
    return mismatch('The selection cuts a character in two. Select whole characters.');
  }
  if (text.slice(start, end) !== exact) {
    return mismatch(
      `The text does not say these words from ${start} to ${end}. Select the words again in the newest revision.`,
    );
  }
  return ok({ start, end });
}
