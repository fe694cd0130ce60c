import { folded } from './fold';
import { Spellings } from './spellings';

/** Bits that a unit of running text tells, so that a whole sentence weighs about as much as its words. */
const OF_A_UNIT = 1.5;

/** What a token is: a word, a figure, a punctuation mark, the end of a block, or a whole sentence found once in both texts. */
export const WORD = 0;
export const FIGURE = 1;
export const MARK = 2;
export const BREAK = 3;
export const SENTENCE = 4;
export type Kind = typeof WORD | typeof FIGURE | typeof MARK | typeof BREAK | typeof SENTENCE;

/** What a word or mark is, in plain typography. */
export function kindOf(plain: string): Kind {
  if (plain === '\n') return BREAK;
  if (/\p{N}/u.test(plain)) return FIGURE;
  return /\p{L}/u.test(plain) ? WORD : MARK;
}

/** Numbers for words, the same one whatever their typography and case, for both texts of a comparison. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly kinds: Kind[] = [];
  /** How often each occurs in what was read. */
  readonly counts: number[] = [];
  /** Whether it was seen without a capital letter. */
  readonly #small: boolean[] = [];
  readonly #ids = new Map<string, number>();
  readonly #spellings = new Spellings();
  /** By spelling. */
  readonly #idOf: number[] = [];
  readonly #bits: number[] = [];
  #total = 0;

  /** The number of the word or mark between two offsets of a text. */
  at(text: string, from: number, to: number): number {
    const spelling = this.#spellings.at(text, from, to);
    if (spelling === this.#idOf.length) this.#idOf.push(this.#read(this.#spellings.word(spelling)));
    const id = this.#idOf[spelling]!;
    this.counts[id]! += 1;
    this.#total += 1;
    return id;
  }

  /** A number of its own for a sentence of so many units that stands once in either text. */
  sentence(units: number): number {
    const id = this.#add('', SENTENCE);
    this.#bits[id] = units * OF_A_UNIT;
    return id;
  }

  #read(word: string): number {
    const set = folded(word);
    const plain = set.toLowerCase();
    const id = this.#ids.get(plain) ?? this.#add(plain, kindOf(plain));
    this.#ids.set(plain, id);
    if (set === plain) this.#small[id] = true;
    return id;
  }

  #add(plain: string, kind: Kind): number {
    this.kinds.push(kind);
    this.counts.push(0);
    this.#small.push(false);
    return this.words.push(plain) - 1;
  }

  /** Whether the word, whatever its case here, was read without a capital letter too. */
  isCommon(word: string): boolean {
    const id = this.#ids.get(word.toLowerCase());
    return id !== undefined && this.#small[id]!;
  }

  /** What a token tells, in bits: a rare word says more of where one is than "the". Asked once all is read. */
  information(id: number): number {
    this.#bits[id] ??= Math.log2((this.#total + 1) / this.counts[id]!);
    return this.#bits[id];
  }
}
