/** Words that somebody chose: a name, a title, a statement. Everything else in a message is ours. */
export type Foreign = { foreign: string };

/** Longer words are cut: a message says what waits, and the page has the rest. */
const LONGEST = 300;
/** Marks that turn the direction of what follows, and could turn ours. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const FROM_RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Somebody's words as one line that cannot reach beyond itself. */
export function foreign(words: string): Foreign {
  const line = words
    .replace(TURNING, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()
    .toWellFormed();
  const signs = [...line];
  return { foreign: signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : line };
}

/** The same in a plain text: set apart where it runs from right to left, so that it does not take our signs along. */
export const isolated = ({ foreign: words }: Foreign): string =>
  FROM_RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
