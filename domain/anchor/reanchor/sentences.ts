import { Reader, type Tokens } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Units below which a sentence is read word by word: a short one may stand in two places by chance. */
const LONG = 32;

const LINE_FEED = 10;
const SPACE = 32;
const codes = (marks: string) => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const ENDS = codes('.!?');
const FULL_WIDTH_ENDS = codes('。！？');

/** Whether a cut after this unit is one between lines or, as a rule, sentences. Any will do that cuts both texts alike. */
function endsAt(text: string, at: number, unit: number): boolean {
  if (unit === LINE_FEED) return true;
  if (unit === SPACE) return ENDS.has(text.charCodeAt(at - 1));
  return unit > 0x3000 && FULL_WIDTH_ENDS.has(unit);
}

/** A sentence with what parts it from the next, and how it reads without that. */
type Piece = { start: number; end: number; words: string };

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsAt(text, at, text.charCodeAt(at)) && at + 1 < text.length) continue;
    pieces.push({ start, end: at + 1, words: text.slice(start, at + 1).trim() });
    start = at + 1;
  }
  return pieces;
}

/** The long sentences that stand once in the text. */
function onceIn(pieces: Piece[]): Set<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  for (const { words } of pieces) {
    if (words.length < LONG || more.has(words)) continue;
    if (!once.delete(words)) once.add(words);
    else more.add(words);
  }
  return once;
}

function read(text: string, pieces: Piece[], whole: (words: string) => boolean, vocabulary: Vocabulary): Tokens {
  const reader = new Reader(text, vocabulary);
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
  return reader.tokens;
}

/**
 * Both texts as tokens: every long sentence that either says once, letter for letter, is one token, and all else is read
 * word by word. What was not edited is most of a text, and needs no closer reading.
 */
export function readBoth(oldText: string, newText: string, vocabulary: Vocabulary): { old: Tokens; now: Tokens } {
  const [oldPieces, newPieces] = [piecesOf(oldText), piecesOf(newText)];
  const once = onceIn(oldPieces);
  const again = onceIn(newPieces);
  const whole = (words: string) => once.has(words) && again.has(words);
  return { old: read(oldText, oldPieces, whole, vocabulary), now: read(newText, newPieces, whole, vocabulary) };
}
