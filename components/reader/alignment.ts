import type { EditionClaim } from '@/domain/edition';
import { replyInWords } from '@/domain/reply-words';
import type { Paragraph } from './passages';

/*
 * Rough heights on a wide screen, in lines of notes (about 19 px). They only decide where words wait for notes; a guess
 * that is a third off moves a note by a paragraph and breaks nothing, for the browser lays out what is there.
 */
const TEXT_LINE = { units: 64, height: 1.6 };
const PARAGRAPH_GAP = 1.1;
const NOTE_LINE = 68;
const HEAD_AND_FOOT = 6;

/** How far notes may fall behind their words, in lines of notes, before the words wait for them: a tall screen. */
const MOST_BEHIND = 56;

const linesOf = (text: string, units: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / units)), 0);

const textHeight = ({ runs }: Paragraph): number =>
  linesOf(runs.map(({ text }) => text).join(''), TEXT_LINE.units) * TEXT_LINE.height + PARAGRAPH_GAP;

function noteHeight({ content }: EditionClaim): number {
  const evidence = content.evidence.map(({ source, quote, locator }) => {
    const said = 'description' in source ? [source.description] : [source.title, source.publisher];
    return linesOf([...said, quote, locator].join(' '), NOTE_LINE) + 2;
  });
  const replies = (content.replies ?? []).map((reply) => linesOf(replyInWords(reply), NOTE_LINE) + 1);
  const own = linesOf(content.statement, 50) * 1.2 + linesOf(content.rationale, NOTE_LINE) + HEAD_AND_FOOT;
  return [...evidence, ...replies].reduce((sum, height) => sum + height, own);
}

/**
 * The paragraphs, by where they start, that stand level with their notes: those that the notes before them have made
 * room for, and those before which notes have fallen so far behind that the words wait. The notes of the others begin
 * under the notes before them, so that a paragraph rich in claims does not tear the text apart.
 */
export function levelParagraphs(paragraphs: Paragraph[], claims: ReadonlyMap<number, EditionClaim>): Set<number> {
  const level = new Set<number>();
  let [words, notes, lastNotes] = [0, 0, 0];
  for (const paragraph of paragraphs) {
    const height = textHeight(paragraph);
    if (paragraph.notes.length > 0) {
      const behind = notes - words;
      if (behind <= height || behind > MOST_BEHIND) {
        level.add(paragraph.start);
        if (behind > height) words = Math.max(words, lastNotes);
      }
      lastNotes = Math.max(notes, level.has(paragraph.start) ? words : words + height);
      notes = lastNotes + paragraph.notes.reduce((sum, k) => sum + noteHeight(claims.get(k)!), 0);
    }
    words += height;
  }
  return level;
}
