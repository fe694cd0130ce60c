/** A word of a text as the search knows it: `word` is folded, `start` and `end` are UTF-16 offsets in the text. */
export type Token = { start: number; end: number; word: string };

/** Digits in groups of three (41,200, 41.200, 41 200 with a space that does not break), or letters, digits and their marks. */
const RUNS =
  /(?<![\p{N}.,])\p{Nd}{1,3}(?:[.,'’\u00a0\u202f\u2009]\p{Nd}{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const GROUPS = /[.,'’\u00a0\u202f\u2009]/g;

/** Scripts that set no spaces between words, or words that grow at their ends: each of their characters is a word. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/u;
const UNSPACED_OR_NOT = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[^])+`, 'gu');

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic; elsewhere marks are part of the word. */
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
const ASCII = /^[a-z0-9]*$/;
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };

/** Longer words are told apart by their beginning; marks without end would take long to put in order. */
const LONGEST = 64;

/** A word without case, accents and other ways of writing the same: Café, cafe and ＣＡＦＥ are one. */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower.slice(0, LONGEST);
  const cut = lower.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
  const bare = cut.normalize('NFKD').toLowerCase().replace(MARKS, '');
  return bare.replace(/[ßæœøđłıς]/g, (letter) => LETTERS[letter]!).normalize('NFC');
}

/** The words of a text in their order, as they are indexed, searched for and highlighted. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    if (!UNSPACED.test(run)) {
      add(tokens, run.replace(GROUPS, ''), index, index + run.length);
      continue;
    }
    for (const { 0: part, index: within } of run.matchAll(UNSPACED_OR_NOT))
      add(tokens, part, index + within, index + within + part.length);
  }
  return tokens;
}

function add(tokens: Token[], written: string, start: number, end: number): void {
  const word = folded(written);
  if (word !== '') tokens.push({ start, end, word });
}

/** A text as the index holds it: its folded words with spaces between them. */
export const indexed = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');

/** Whether a folded word is a single character of a script without spaces. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);
