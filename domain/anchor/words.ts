import type { Span } from './anchor';
import { wordsOf } from './segmenter';

/** The text block that the offset stands in, without its line feed; the end of a block belongs to it. */
export function blockAt(text: string, offset: number): Span {
  const at = Math.min(Math.max(offset, 0), text.length);
  const next = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: next < 0 ? text.length : next };
}

/** The span without white space at its ends, or null when there is nothing else in it. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

/** The word, run of spaces or punctuation mark that holds the unit at this offset. */
function tokenAt(text: string, offset: number, language: string): Span {
  const block = blockAt(text, offset);
  const token = wordsOf(text.slice(block.start, block.end), language).containing(offset - block.start);
  if (!token) return { start: offset, end: offset + 1 };
  return { start: block.start + token.index, end: block.start + token.index + token.segment.length };
}

/**
 * The span drawn out to whole words of the language and without white space at its ends, or null when it holds no more
 * than white space. A word never crosses a block, so neither end leaves the block it stood in.
 */
export function snapToWords(text: string, span: Span, language: string): Span | null {
  const drawn = trimmed(text, span);
  return (
    drawn && {
      start: tokenAt(text, drawn.start, language).start,
      end: tokenAt(text, drawn.end - 1, language).end,
    }
  );
}

/** Whether both ends of the span stand between words. */
export const isWholeWords = (text: string, { start, end }: Span, language: string): boolean =>
  tokenAt(text, start, language).start === start && tokenAt(text, end - 1, language).end === end;
