import { UNSEEN_CHARACTER } from './fold';
import { UNSPACED } from './script';
import type { Vocabulary } from './vocabulary';

/** What a character is to a reader who looks for words. */
const SPACE = 1;
const LETTER = 2;
/** A letter of a script that writes no spaces: a token of its own. */
const SOLO = 3;
const COMBINING = 4;
const SIGN = 5;
const UNSEEN = 6;

const classes: [RegExp, number][] = [
  [new RegExp(`^${UNSEEN_CHARACTER.source}$`, 'u'), UNSEEN],
  [/^\s$/u, SPACE],
  [/^\p{M}$/u, COMBINING],
  [new RegExp(`^${UNSPACED.source}$`, 'u'), SOLO],
  [/^[\p{L}\p{N}]$/u, LETTER],
];

const classify = (character: string): number => classes.find(([set]) => set.test(character))?.[1] ?? SIGN;

const ofUnit = new Uint8Array(0x10000);
const ofPair = new Map<number, number>();

function pairClass(point: number): number {
  const known = ofPair.get(point) ?? classify(String.fromCodePoint(point));
  ofPair.set(point, known);
  return known;
}

/** The class of the character at this offset. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) === 0xd800) return pairClass(text.codePointAt(at)!);
  if (ofUnit[unit] === 0) ofUnit[unit] = classify(text[at]!);
  return ofUnit[unit]!;
}

const DOT = 46;
const HYPHEN = 45;
const LINE_FEED = 10;

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** Where the token that begins here ends: a word with its accents, one mark, or a run of dots or hyphens. */
function endOf(text: string, at: number, kind: number, to: number): number {
  let end = at + widthAt(text, at);
  const unit = text.charCodeAt(at);
  if (unit === DOT || unit === HYPHEN) while (end < to && text.charCodeAt(end) === unit) end += 1; // "..." is "…"
  while (end < to) {
    const next = classAt(text, end);
    if (next !== COMBINING && next !== UNSEEN && !(kind === LETTER && next === LETTER)) break;
    end += widthAt(text, end);
  }
  return end;
}

/** The words, marks and ends of blocks of a text, in order; offsets in UTF-16 units. */
export type Tokens = { ids: Int32Array; starts: Int32Array; ends: Int32Array; length: number };

/** Reads a text into tokens. White space parts them and is none, save that a block's end is one. */
export class Reader {
  #ids = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #length = 0;
  readonly #text: string;
  readonly #vocabulary: Vocabulary;

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  add(id: number, start: number, end: number): void {
    if (this.#length === this.#ids.length) this.#grow();
    this.#ids[this.#length] = id;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  #grow(): void {
    const twice = (of: Int32Array) => {
      const grown = new Int32Array(of.length * 2);
      grown.set(of);
      return grown;
    };
    this.#ids = twice(this.#ids);
    this.#starts = twice(this.#starts);
    this.#ends = twice(this.#ends);
  }

  /** Reads the words and marks between two offsets. */
  read(from: number, to: number): void {
    const text = this.#text;
    for (let at = from; at < to; ) {
      const kind = classAt(text, at);
      if (kind === SPACE || kind === UNSEEN) {
        if (text.charCodeAt(at) === LINE_FEED) this.#break(at);
        at += 1;
        continue;
      }
      const end = endOf(text, at, kind, to);
      this.add(this.#vocabulary.at(text, at, end), at, end);
      at = end;
    }
  }

  /** Blank blocks are no more than one end of a block. */
  #break(at: number): void {
    const last = this.#length - 1;
    if (last >= 0 && this.#text.charCodeAt(this.#starts[last]!) === LINE_FEED) return;
    this.add(this.#vocabulary.at('\n', 0, 1), at, at + 1);
  }

  get tokens(): Tokens {
    const length = this.#length;
    const cut = (of: Int32Array) => of.subarray(0, length);
    return { ids: cut(this.#ids), starts: cut(this.#starts), ends: cut(this.#ends), length };
  }
}
