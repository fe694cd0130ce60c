import type { Span } from '../anchor';
import type { Edges } from './edges';
import { Once } from './once';
import { hashOf } from './spellings';
import { Reader, type Tokens } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Units below which a sentence is read word by word: a short one may stand in two places by chance. */
const LONG = 32;

const NONE = -1;
const LINE_FEED = 10;
const SPACE = 32;
const [STOP, EXCLAMATION, QUESTION] = [46, 33, 63];
const FULL_WIDTH_ENDS = new Set([...'。！？'].map((mark) => mark.charCodeAt(0)));

/** Whether a cut after this unit is one between lines or, as a rule, sentences. Any will do that cuts both texts alike. */
function endsAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === LINE_FEED) return true;
  if (unit !== SPACE) return unit > 0x3000 && FULL_WIDTH_ENDS.has(unit);
  const before = text.charCodeAt(at - 1);
  return before === STOP || before === QUESTION || before === EXCLAMATION;
}

/** A piece of a text: where it ends, where its words stand in it, and a number for them, 0 when they are few. */
type Piece = { end: number; from: number; to: number; hash: number };

const isSpace = (unit: number): boolean => unit === SPACE || (unit >= 9 && unit <= 13) || unit === 0xa0;

function piecesOf(text: string, { start, end }: Span): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!endsAt(text, at) && at + 1 < end) continue;
    let to = at + 1;
    while (from < to && isSpace(text.charCodeAt(from))) from += 1;
    while (from < to && isSpace(text.charCodeAt(to - 1))) to -= 1;
    pieces.push({ end: at + 1, from, to, hash: to - from < LONG ? 0 : hashOf(text, from, to) });
    from = at + 1;
  }
  return pieces;
}

/** The part of a common head that ends with a sentence. */
function wholeHead(text: string, head: number): number {
  let at = head;
  while (at > 0 && at < text.length && !endsAt(text, at - 1)) at -= 1;
  return at;
}

/** The part of a common tail that begins with a sentence. */
function wholeTail(text: string, tail: number): number {
  let many = tail;
  while (many > 0 && !endsAt(text, text.length - 1 - many)) many -= 1;
  return many;
}

/** A text between the head and the tail that both have in common, and the numbers of its pieces that are one token. */
type Middle = { text: string; span: Span; pieces: Piece[]; whole: Int32Array };

function middleOf(text: string, head: number, tail: number): Middle {
  const span = { start: head, end: text.length - tail };
  const pieces = piecesOf(text, span);
  return { text, span, pieces, whole: new Int32Array(pieces.length).fill(NONE) };
}

const wordsOf = ({ text }: Middle, { from, to }: Piece): string => text.slice(from, to);
const onceIn = ({ pieces }: Middle): Once => new Once(Int32Array.from(pieces, ({ hash }) => hash));

/** Gives each long sentence that stands once in either text, letter for letter, one number in both. */
function number(old: Middle, now: Middle, vocabulary: Vocabulary): void {
  const here = onceIn(old);
  const there = onceIn(now);
  old.pieces.forEach((piece, at) => {
    const again = piece.hash === 0 ? NONE : there.place(piece.hash);
    if (again === NONE || here.place(piece.hash) !== at) return;
    if (wordsOf(old, piece) !== wordsOf(now, now.pieces[again]!)) return; // two sentences with one hash
    old.whole[at] = vocabulary.sentence(piece.to - piece.from);
    now.whole[again] = old.whole[at]!;
  });
}

/** The numbers of what both texts begin and end with. */
type Ends = { head: number; tail: number };

function read({ text, span, pieces, whole }: Middle, ends: Ends, vocabulary: Vocabulary): Tokens {
  const reader = new Reader(text, vocabulary);
  if (span.start > 0) reader.add(ends.head, 0, span.start);
  let start = span.start;
  pieces.forEach(({ end, from, to }, at) => {
    if (whole[at] === NONE) reader.read(start, end);
    else {
      reader.read(start, from);
      reader.add(whole[at]!, from, to);
      reader.read(to, end);
    }
    start = end;
  });
  if (span.end < text.length) reader.add(ends.tail, span.end, text.length);
  return reader.tokens;
}

/**
 * Both texts as tokens: what they begin and end with alike is one token each, so is every long sentence in between that
 * either says once, letter for letter, and all else is read word by word. What was not edited is most of a text, and
 * needs no closer reading.
 */
export function readBoth(
  oldText: string,
  newText: string,
  edges: Edges,
  vocabulary: Vocabulary,
): { old: Tokens; now: Tokens } {
  const shorter = oldText.length < newText.length ? oldText : newText;
  const head = wholeHead(shorter, edges.head);
  const tail = wholeTail(oldText, Math.min(edges.tail, shorter.length - head));
  const old = middleOf(oldText, head, tail);
  const now = middleOf(newText, head, tail);
  number(old, now, vocabulary);
  const ends = { head: vocabulary.sentence(head), tail: vocabulary.sentence(tail) };
  return { old: read(old, ends, vocabulary), now: read(now, ends, vocabulary) };
}
