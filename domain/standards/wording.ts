import { lexiconOf } from '../anchor/reanchor/lexicon';

const WORDS = /\p{N}+(?:[.,\u202f\u00a0 ’']\p{N}{3})*(?:[.,]\p{N}+)?|[\p{L}\p{M}]+/gu;
const FIGURE = /^\p{N}/u;

type Read = { words: string[]; figures: Set<string>; negations: number };

/** What a text says in figures (without what groups their digits), in words that count, and how often it says no. */
function read(text: string, language: string): Read {
  const { negations, numbers } = lexiconOf(language);
  const all = [...text.normalize('NFKC').toLowerCase().matchAll(WORDS)].map(([word]) => word);
  const figures = all.flatMap((word) =>
    FIGURE.test(word) ? [word.replaceAll(/[,\u202f\u00a0 ’'](?=\p{N}{3})/gu, '')] : numbers.has(word) ? [word] : [],
  );
  return {
    words: all.filter((word) => !FIGURE.test(word)),
    figures: new Set(figures),
    negations: all.filter((word) => negations.has(word)).length,
  };
}

/** How much of a quote's words a statement has to keep, and from how many words of the quote on that is asked. */
const KEPT = 0.34;
const FROM_WORDS = 6;

/** How a statement departs from what was quoted. */
export type Departure = 'figure' | 'negation' | 'words';

/**
 * Where a statement departs from its quote in what a standalone form never needs: a figure is put in the place of
 * another, it denies what the quote asserts or the reverse, or hardly any of the quote's words are left. Whether any
 * other change was needed only a person can tell. Of languages without a lexicon negations go unseen.
 */
export function departuresOf(statement: string, quote: string, language: string): Departure[] {
  const [said, was] = [read(statement, language), read(quote, language)];
  if (was.words.length === 0 && was.figures.size === 0) return [];
  const added = [...said.figures].some((figure) => !was.figures.has(figure));
  const lost = [...was.figures].some((figure) => !said.figures.has(figure));
  const kept = new Set(said.words);
  const distinct = [...new Set(was.words)];
  const share = distinct.filter((word) => kept.has(word)).length / Math.max(1, distinct.length);
  const oneSentence = distinct.length <= 40;
  return [
    ...(added && lost ? (['figure'] as const) : []),
    ...(oneSentence && said.negations % 2 !== was.negations % 2 ? (['negation'] as const) : []),
    ...(distinct.length >= FROM_WORDS && oneSentence && share < KEPT ? (['words'] as const) : []),
  ];
}
