type Granularity = 'word' | 'sentence';

const made = new Map<string, Intl.Segmenter>();

function make(language: string, granularity: Granularity): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter('en', { granularity }); // not a language tag: a person's slip costs no selection
  }
}

/** The segmenter of a language, made once; an unknown or ill-formed tag is read as English. */
export function segmenter(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = made.get(key) ?? make(language, granularity);
  made.set(key, known);
  return known;
}

let last: { text: string; language: string; words: Intl.Segments } | undefined;

/** The words of one block of text; asking for the same block again costs nothing. */
export function wordsOf(text: string, language: string): Intl.Segments {
  if (last?.text !== text || last.language !== language) {
    last = { text, language, words: segmenter(language, 'word').segment(text) };
  }
  return last.words;
}
