const LONGEST_TITLE = 180;
const LONGEST_SUGGESTION = 110;
const ENDS_SENTENCE = /[.。！!?？…]["'”’»)\]]*$/u;
const ENDS_LIKE_NO_TITLE = /[.。,;:]["'”’»)\]]*$/u;
const STARTS_LIKE_NO_TITLE = /^[•·▪●*]/u;
const TRAILING_SMALL_WORDS =
  /(?:[\s,;:–—-]+(?:a|an|and|as|at|by|for|from|in|is|of|on|or|that|the|to|was|were|with))*[\s,;:–—-]*$/i;
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Prof|St|No|vs|Jr|Sr|Inc|\p{Lu})\.\s*$/u;
const DATELINE = /^\p{Lu}{3}[^—–]{0,60}? ?[—–] /u;

export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text);

/** Whether a line could head an article: short, and no sentence or list item of its own. */
export const readsLikeTitle = (text: string): boolean =>
  text.length <= LONGEST_TITLE &&
  text.split(' ').length <= 30 &&
  !ENDS_LIKE_NO_TITLE.test(text) &&
  !STARTS_LIKE_NO_TITLE.test(text) &&
  !DATELINE.test(text);

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a line is the title that was given, whatever quotation marks, case and spacing each has. */
export const isSameTitle = (line: string, title: string): boolean =>
  line.length < 500 && plainWords(line) !== '' && plainWords(line) === plainWords(title);

function firstSentence(text: string): string {
  let sentence = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    sentence += segment;
    if (sentence.length >= 15 && !ABBREVIATION.test(sentence)) break;
  }
  return sentence.trim();
}

/** Cuts at a word, or inside a text without spaces; leaves no half of a surrogate pair and no quotation just begun. */
function cut(text: string): string {
  const space = text.lastIndexOf(' ', LONGEST_SUGGESTION);
  const whole = text.slice(0, space > 20 ? space : LONGEST_SUGGESTION / 2).replace(/\p{Surrogate}$/u, '');
  const opened = whole.lastIndexOf('“');
  const unclosed = opened > 40 && whole.indexOf('”', opened) < 0;
  return `${(unclosed ? whole.slice(0, opened) : whole).replace(TRAILING_SMALL_WORDS, '')}…`;
}

/** A title for an article that has none: its first sentence without the dateline, at most 110 characters; never empty. */
export function suggestedTitle(paragraph: string): string {
  const sentence = firstSentence(paragraph.slice(0, 1000).replace(DATELINE, ''));
  if (sentence.length > LONGEST_SUGGESTION) return cut(sentence);
  return sentence.replace(/[.。]$/u, '') || paragraph.slice(0, LONGEST_SUGGESTION);
}
