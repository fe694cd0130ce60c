import { composed } from '@/domain/text';
import { hostile } from '@/test/fixtures/hostile';

/** The hostile texts as a field of many lines keeps them. */
export const hostileTexts: readonly string[] = hostile.map(composed);

/** The same as a field of a single line can hold them: in one line, with something to read, no longer than `max`. */
export const hostileLines = (max: number): readonly string[] =>
  hostileTexts.map((text) => {
    const line = text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').trim();
    const readable = /[^\p{C}\p{Z}]/u.test(line) ? line : `x${line}`;
    return [...readable].slice(0, max).join('').trim();
  });

/** The same text in different fields, told apart by its end. */
export const marked = (text: string, field: 'quote' | 'internal note' | 'return' | 'drop'): string =>
  `${text} (${field})`;
