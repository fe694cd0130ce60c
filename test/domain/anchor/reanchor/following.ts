import { anchorAll, describeSpan, type Reanchored } from '@/domain/anchor';

/** What became of a claim, with the words that it holds now. */
export type Followed = Reanchored & { words: string | null };

/** The span of words in a text, the first that says them or the one with that number. */
export function spanOf(text: string, words: string, number = 1) {
  let start = text.indexOf(words);
  for (let at = 1; at < number; at += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`The text does not say "${words}"`);
  return { start, end: start + words.length };
}

/** Follows the claim on these words from one text to another. */
export function follow(
  oldText: string,
  newText: string,
  words: string,
  { number = 1, language = 'en' } = {},
): Followed {
  const [found] = anchorAll(oldText, newText, [describeSpan(oldText, spanOf(oldText, words, number))], { language });
  return { ...found!, words: found!.start === null ? null : newText.slice(found!.start, found!.end) };
}
