import { segmenter } from '../segmenter';
import { folded } from './fold';
import { UNSPACED } from './script';

/** A word or mark as the language parts them, with what stands around it. */
export type Word = {
  /** With typography set aside; case as it is set. */
  text: string;
  spoken: boolean;
  /** Whether it stands within quotation marks. */
  quoted: boolean;
  /** Whether it opens a sentence, so that a capital letter says nothing. */
  opens: boolean;
  before: string;
  after: string;
};

/** Units segmented at once: V8's segmenter takes time squared in the text's length. */
const WINDOW = 10_000;

function* segmentsOf(text: string, language: string): Generator<Intl.SegmentData> {
  for (let at = 0; at < text.length; at += WINDOW) {
    yield* segmenter(language, 'word').segment(text.slice(at, at + WINDOW));
  }
}

const ENDS_SENTENCE = /^[.!?:;。！？]$/u;

/**
 * The words and marks of a passage; white space is left out.
 * @param quoted whether it begins within quotation marks
 * @param opens whether it begins a sentence
 */
export function wordsOf(passage: string, language: string, { quoted = false, opens = false } = {}): Word[] {
  const words: Word[] = [];
  let open = opens;
  let within = quoted;
  for (const { segment, isWordLike } of segmentsOf(folded(passage), language)) {
    if (segment.trim() === '') {
      if (segment.includes('\n')) open = true;
      continue;
    }
    if (segment === '"') within = !within;
    const last = words.at(-1);
    if (last) last.after = segment;
    const spoken = isWordLike === true;
    words.push({ text: segment, spoken, quoted: within, opens: open, before: last?.text ?? '', after: '' });
    if (isWordLike) open = false;
    else if (ENDS_SENTENCE.test(segment)) open = true;
  }
  return words;
}

/** Whether two passages say the same words with the same marks, typography and white space aside. */
export function sameWords(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`;
/** White space counts only where it parts two words, in a script in which it does. */
const IDLE = new RegExp(` (?!${LETTER})|(?<!${LETTER}) | (?=${UNSPACED.source})|(?<=${UNSPACED.source}) `, 'gu');

const plain = (passage: string): string => folded(passage).replace(/\s+/gu, ' ').replace(IDLE, '').trim();
