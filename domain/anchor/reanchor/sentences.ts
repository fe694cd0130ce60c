import type { Span } from '../anchor';
import type { Edges } from './edges';
import { Reader, type Tokens } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Units below which a sentence is read word by word: a short one may stand in two places by chance. */
const LONG = 32;

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

/** A sentence with what parts it from the next, and how it reads without that; a short one is not read. */
type Piece = { start: number; end: number; words: string };

function piecesOf(text: string, { start, end }: Span): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!endsAt(text, at) && at + 1 < end) continue;
    const words = at - from < LONG ? '' : text.slice(from, at + 1).trim();
    pieces.push({ start: from, end: at + 1, words: words.length < LONG ? '' : words });
    from = at + 1;
  }
  return pieces;
}

/** The long sentences that stand once in the text. */
function onceIn(pieces: Piece[]): Set<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  for (const { words } of pieces) {
    if (words === '' || more.has(words)) continue;
    if (!once.delete(words)) once.add(words);
    else more.add(words);
  }
  return once;
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

/** A text between the head and the tail that both have in common. */
type Middle = { text: string; span: Span; pieces: Piece[] };

function middleOf(text: string, head: number, tail: number): Middle {
  const span = { start: head, end: text.length - tail };
  return { text, span, pieces: piecesOf(text, span) };
}

function read({ text, span, pieces }: Middle, whole: (words: string) => boolean, vocabulary: Vocabulary): Tokens {
  const reader = new Reader(text, vocabulary);
  if (span.start > 0) reader.add(vocabulary.ofSentence(text.slice(0, span.start)), 0, span.start);
  for (const { start, end, words } of pieces) {
    if (!whole(words)) {
      reader.read(start, end);
      continue;
    }
    const from = text.indexOf(words, start);
    reader.read(start, from);
    reader.add(vocabulary.ofSentence(words), from, from + words.length);
    reader.read(from + words.length, end);
  }
  if (span.end < text.length) reader.add(vocabulary.ofSentence(text.slice(span.end)), span.end, text.length);
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
  const once = onceIn(old.pieces);
  const again = onceIn(now.pieces);
  const whole = (words: string) => once.has(words) && again.has(words);
  return { old: read(old, whole, vocabulary), now: read(now, whole, vocabulary) };
}
