import type { AnchorState, Described, Span } from '../anchor';
import { describeSpan } from '../quote';
import { blockAt } from '../words';
import type { ChangeKind } from './change-kind';
import { changesBetween } from './changes';
import { folded } from './fold';
import type { Vocabulary } from './tokens';
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

/** Units of text before a passage in which a quotation may have begun. */
const QUOTED_WITHIN = 2000;
const SENTENCE_ENDS = /(^|[\n.!?:。！？]["']?\s*)$/u;

/** The words of a span, read with what stands before it in its paragraph. */
function wordsAt(text: string, span: Span, language: string): Word[] {
  const from = Math.max(blockAt(text, span.start).start, span.start - QUOTED_WITHIN);
  const before = folded(text.slice(from, span.start));
  const quoted = before.split('"').length % 2 === 0;
  const opens = SENTENCE_ENDS.test(before.slice(-AROUND));
  return wordsOf(text.slice(span.start, span.end), language, { quoted, opens });
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
    const changes = changesBetween(wordsAt(oldText, anchor, language), wordsAt(newText, to, language), reading);
    return { state: 'changed', ...to, changes };
  }
  const stays = words === anchor.exact && inOrder && sameSurroundings(oldText, anchor, newText, to);
  return { state: stays ? 'exact' : 'moved', ...to, changes: [] };
}
