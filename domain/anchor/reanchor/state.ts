import type { AnchorState, Described, Span } from '../anchor';
import { describeSpan } from '../quote';
import { blockAt } from '../words';
import { parts } from './bounds';
import type { ChangeKind } from './change-kind';
import { changesBetween } from './changes';
import { folded } from './fold';
import type { Vocabulary } from './vocabulary';
import { sameWords, type Word, wordsOf } from './words';

/** What became of a claim: its span in the new text, unless it is lost, and of a changed one, what kind of change it is. */
export type Reanchored = { state: AnchorState; changes: ChangeKind[] } & (Span | { start: null; end: null });

export const LOST: Reanchored = { state: 'lost', start: null, end: null, changes: [] };

const bare = (words: string): string => folded(words).replace(/\s+/gu, '');

/** Units of text in which surroundings of 32 are looked for, white space and typography aside. */
const AROUND = 64;

/** Whether the words on both sides of the new span are those of the old one. */
function sameSurroundings(oldText: string, from: Span, newText: string, to: Span): boolean {
  const { prefix, suffix } = describeSpan(oldText, from);
  const before = newText.slice(Math.max(0, to.start - AROUND), to.start);
  const after = newText.slice(to.end, to.end + AROUND);
  return (
    (before.endsWith(prefix) || bare(before).endsWith(bare(prefix))) &&
    (after.startsWith(suffix) || bare(after).startsWith(bare(suffix)))
  );
}

const DOUBLE_QUOTE = /["“”„‟″«»「」〝〞]/gu;
const SENTENCE_ENDS = /(^|[\n.!?:。！？]["'”’»」]?\s*)$/u;

/** Units of text before a passage in which a quotation may have begun. */
const QUOTED_WITHIN = 1000;

/** The words of a span, read with what stands before it in its paragraph. */
function wordsAt(text: string, span: Span, language: string): Word[] {
  const from = Math.max(blockAt(text, span.start).start, span.start - QUOTED_WITHIN);
  const before = text.slice(from, span.start);
  const quoted = (before.match(DOUBLE_QUOTE)?.length ?? 0) % 2 === 1;
  const opens = SENTENCE_ENDS.test(before.slice(-AROUND));
  return wordsOf(text.slice(span.start, span.end), language, { quoted, opens });
}

/**
 * Units of what two passages have in common that are read along with where they differ, and the words these stand in: the
 * month of a date, the first name of a name.
 */
const ALONG = 4;

/** How much two passages can be cut at the beginning (`step` 1) or end (-1) and still differ only in what is left. */
function alikeAt(one: string, other: string, step: 1 | -1): number {
  const [from, to] = step === 1 ? [0, 0] : [one.length - 1, other.length - 1];
  const most = Math.min(one.length, other.length) - ALONG;
  let many = 0;
  while (many < most && one.charCodeAt(from + many * step) === other.charCodeAt(to + many * step)) many += 1;
  many = Math.max(0, many - ALONG);
  while (many > 0 && parts(one, step === 1 ? many : one.length - many)) many -= 1;
  return many;
}

/** Both spans without most of what they begin and end with alike. */
function differing(oldText: string, from: Span, newText: string, to: Span): [Span, Span] {
  const [one, other] = [oldText.slice(from.start, from.end), newText.slice(to.start, to.end)];
  const head = alikeAt(one, other, 1);
  const tail = alikeAt(one.slice(head), other.slice(head), -1);
  return [
    { start: from.start + head, end: from.end - tail },
    { start: to.start + head, end: to.end - tail },
  ];
}

export type Texts = { oldText: string; newText: string; language: string; vocabulary: Vocabulary };

/**
 * The state of a claim whose place in the new text is known. The words alone decide whether it stands; no score does.
 * @param inOrder whether it kept its place among the rest of the text
 */
export function stateAt(texts: Texts, anchor: Described, to: Span, inOrder: boolean): Reanchored {
  const { oldText, newText, language, vocabulary } = texts;
  const words = newText.slice(to.start, to.end);
  if (!sameWords(anchor.exact, words)) {
    const reading = { language, isCommon: (word: string) => vocabulary.isCommon(word) };
    const [before, after] = differing(oldText, anchor, newText, to);
    const changes = changesBetween(wordsAt(oldText, before, language), wordsAt(newText, after, language), reading);
    return { state: 'changed', ...to, changes };
  }
  const stays = words === anchor.exact && inOrder && sameSurroundings(oldText, anchor, newText, to);
  return { state: stays ? 'exact' : 'moved', ...to, changes: [] };
}
