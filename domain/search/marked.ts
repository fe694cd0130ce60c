import type { Marked } from './hit';
import type { Phrase } from './query';
import { folded, type Token, tokensOf } from './words';

/** UTF-16 units of a text that are looked through at a time, and in all. */
const PIECE = 50_000;
const MOST = 500_000;
const ELLIPSIS = '…';

type Wanted = readonly Pick<Phrase, 'words' | 'prefix'>[];
type Mark = Marked['marks'][number];

/** A text with every word marked that was searched for. */
export const marked = (text: string, wanted: Wanted): Marked => ({ text, marks: marksAmong(tokensOf(text), wanted) });

function marksAmong(tokens: Token[], wanted: Wanted): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = Math.max(
      0,
      ...wanted.filter((phrase) => standsAt(tokens, at, phrase)).map(({ words }) => words.length),
    );
    if (length === 0) continue;
    const mark = { start: tokens[at]!.start, end: tokens[at + length - 1]!.end };
    const before = marks.at(-1);
    if (before && mark.start <= before.end) before.end = Math.max(before.end, mark.end);
    else marks.push(mark);
  }
  return marks;
}

const standsAt = (tokens: Token[], at: number, { words, prefix }: Wanted[number]): boolean =>
  words.every((word, index) => {
    const token = tokens[at + index];
    return (
      token !== undefined &&
      (token.word === word || (prefix && index === words.length - 1 && token.word.startsWith(word)))
    );
  });

/**
 * Some words of a text around the place where most of what was searched for stands close together, about `length` UTF-16
 * units of it; null where none of it stands.
 */
export function snippetOf(text: string, wanted: Wanted, length = 180): Marked | null {
  for (let from = 0; from < Math.min(text.length, MOST); from += PIECE) {
    const tokens = tokensOf(text.slice(from, from + PIECE));
    const marks = marksAmong(tokens, wanted);
    if (marks.length > 0) return cut(text.slice(from, from + PIECE), tokens, marks, length);
  }
  return null;
}

function cut(text: string, tokens: Token[], marks: Mark[], length: number): Marked {
  const best = densest(text, marks, length * 0.75);
  const start = tokens.find((token) => token.start >= best.start - length / 4)?.start ?? 0;
  const end = Math.max(best.end, tokens.findLast((token) => token.end <= start + length)?.end ?? text.length);
  const first = start <= (tokens[0]?.start ?? 0) ? 0 : start;
  const last = end >= (tokens.at(-1)?.end ?? 0) ? text.length : end;
  const head = first > 0 ? ELLIPSIS : '';
  const shown = marks.filter((mark) => mark.start >= first && mark.end <= last);
  return {
    text: `${head}${text.slice(first, last)}${last < text.length ? ELLIPSIS : ''}`.replace(/\s/g, ' '),
    marks: shown.map((mark) => ({ start: mark.start - first + head.length, end: mark.end - first + head.length })),
  };
}

/** The mark from which on most different words stand within some length. */
function densest(text: string, marks: Mark[], length: number): Mark {
  const words = marks.map(({ start, end }) => folded(text.slice(start, end)));
  let [best, most] = [0, 0];
  for (const [from, { start }] of marks.entries()) {
    const here = new Set<string>();
    for (let at = from; at < marks.length && marks[at]!.end <= start + length; at += 1) here.add(words[at]!);
    if (here.size > most) [best, most] = [from, here.size];
  }
  return marks[best]!;
}
