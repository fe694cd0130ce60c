import { folded, UNSEEN_CHARACTER } from './fold';

/** What a character is to a reader who looks for words. */
const SPACE = 1;
const WORD = 2;
/** A letter of a script that writes no spaces: a token of its own, since where its words end is a guess. */
const SOLO = 3;
const MARK = 4;
const SIGN = 5;
const UNSEEN = 6;

const classes: [RegExp, number][] = [
  [new RegExp(`^${UNSEEN_CHARACTER.source}$`, 'u'), UNSEEN],
  [/^\s$/u, SPACE],
  [/^\p{M}$/u, MARK],
  [/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]$/u, SOLO],
  [/^[\p{L}\p{N}]$/u, WORD],
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

/** Numbers for words, the same one whatever their typography and case, for both texts of a comparison. */
export class Vocabulary {
  readonly words: string[] = [];
  /** How often each occurs in what was read. */
  readonly counts: number[] = [];
  /** Whether it is a word or figure, and not a punctuation mark. */
  readonly spoken: boolean[] = [];
  /** Whether it was seen without a capital letter. */
  readonly small: boolean[] = [];
  total = 0;
  readonly #ids = new Map<string, number>();

  /** The number of a word as it is set. */
  of(word: string): number {
    this.total += 1;
    const known = this.#ids.get(word);
    if (known !== undefined) {
      this.counts[known]! += 1;
      return known;
    }
    const set = folded(word);
    const plain = set.toLowerCase();
    const id = this.#ids.get(plain) ?? this.#add(plain);
    this.#ids.set(word, id);
    if (set === plain) this.small[id] = true;
    this.counts[id]! += 1;
    return id;
  }

  /** Whether the word, whatever its case here, was seen without a capital letter. */
  isCommon(word: string): boolean {
    const id = this.#ids.get(word.toLowerCase());
    return id !== undefined && this.small[id]!;
  }

  #add(plain: string): number {
    this.#ids.set(plain, this.words.length);
    this.small.push(false);
    this.spoken.push(/[\p{L}\p{N}]/u.test(plain));
    this.counts.push(0);
    return this.words.push(plain) - 1;
  }

  /** What a word tells, in bits: a rare one says more of where one is than "the". */
  information(id: number): number {
    return Math.log2((this.total + 1) / this.counts[id]!);
  }
}

/** The words and punctuation marks of a stretch of text, in order; offsets in UTF-16 units of the whole text. */
export type Tokens = { ids: Int32Array; starts: Int32Array; ends: Int32Array; length: number };

const DOT = 46;
const HYPHEN = 45;

/** Where the token that begins here ends. */
function endOf(text: string, at: number, kind: number, to: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  const unit = text.charCodeAt(at);
  // "..." is one mark, as "…" is, and so is "--"
  if (unit === DOT || unit === HYPHEN) while (end < to && text.charCodeAt(end) === unit) end += 1;
  while (end < to) {
    const next = classAt(text, end);
    if (next !== MARK && next !== UNSEEN && !(kind === WORD && next === WORD)) break;
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  return end;
}

/** Reads the words and marks between two offsets. White space parts them and is no token. */
export function tokenise(text: string, vocabulary: Vocabulary, from = 0, to = text.length): Tokens {
  const starts = new Int32Array(to - from);
  const ends = new Int32Array(to - from);
  const ids = new Int32Array(to - from);
  let length = 0;
  for (let at = from; at < to; ) {
    const kind = classAt(text, at);
    if (kind === SPACE || kind === UNSEEN) {
      at += 1;
      continue;
    }
    const end = endOf(text, at, kind, to);
    starts[length] = at;
    ends[length] = end;
    ids[length] = vocabulary.of(text.slice(at, end));
    length += 1;
    at = end;
  }
  return { ids: ids.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length), length };
}
