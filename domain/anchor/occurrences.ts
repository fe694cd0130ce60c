import type { Span } from './anchor';
import { isWholeWords } from './words';

/** Places looked at, at most: more repeats than that are no claim's, and a letter repeated would cost seconds. */
const MOST = 1000;

/** Characters that newspapers set in several ways, each as the plainest of them. A block's end stays what it is. */
const FOLDS: [RegExp, string][] = [
  [/[‘’‚‛′ʼ`´]/u, "'"],
  [/[“”„‟″«»]/u, '"'],
  [/[\u2010-\u2015\u2212]/u, '-'],
  [/…/u, '...'],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/u, ''],
  [/[^\S\n]/u, ' '],
];

const PLAIN = /^[!-_a-~\n]$/;

const fold = (unit: string): string => (PLAIN.test(unit) ? unit : (FOLDS.find(([set]) => set.test(unit))?.[1] ?? unit));

type Folded = { text: string /** where each unit of `text` stood */; at: number[] };

/** The text with typography set aside, runs of spaces as one, and where each unit of it came from. */
function folded(text: string): Folded {
  const at: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const plain = fold(text[i]!);
    if (plain === ' ' && out.endsWith(' ')) continue;
    out += plain;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(i);
  }
  return { text: out, at };
}

const FIRST_LETTER = /\p{L}/u;

/** Both cases of the quote's first letter, so that a repeat at the start of a sentence is found too. */
function cases(quote: string): string[] {
  const first = FIRST_LETTER.exec(quote);
  if (!first) return [quote];
  const set = (letter: string) => quote.slice(0, first.index) + letter + quote.slice(first.index + first[0].length);
  const both = [quote, set(first[0].toUpperCase()), set(first[0].toLowerCase())];
  return [...new Set(both)].filter(({ length }) => length === quote.length);
}

function* finds(haystack: string, needle: string): Generator<number> {
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) yield at;
}

/**
 * Every place where these words stand in the text, in order: as whole words, typography (quotation marks, dashes,
 * spaces) and the case of the first letter aside. A digit or a word that differs is another quote.
 * At most 1,000 are given.
 */
export function occurrences(text: string, quote: string, language = 'en'): Span[] {
  const wanted = folded(quote).text.trim();
  if (wanted === '') return [];
  const page = folded(text);
  return cases(wanted)
    .flatMap((needle) => [...finds(page.text, needle)])
    .slice(0, MOST)
    .map((at) => ({ start: page.at[at]!, end: page.at[at + wanted.length - 1]! + 1 }))
    .filter((span) => isWholeWords(text, span, language))
    .sort((a, b) => a.start - b.start);
}

/** The other places where the words of this span stand: what *also here* offers. */
export const elsewhere = (text: string, span: Span, language = 'en'): Span[] =>
  occurrences(text, text.slice(span.start, span.end), language).filter(
    ({ start, end }) => end <= span.start || start >= span.end,
  );
