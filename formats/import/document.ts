import { type ArticleDoc, checkedDoc, textOfDoc, withTexts } from '@/domain/doc';
import { ok, type Result, refuse } from '@/domain/result';
import { isTooLarge, MOST_LINES } from './compose';
import { plainSpaces } from './lines';

const SOMETHING_TO_READ = /[^\p{C}\p{Z}]/u;
const pointer = '/doc';

export type ImportedDocument = { text: string; doc: ArticleDoc; repairs: string[] };

const tidy = (line: string): string => (SOMETHING_TO_READ.test(line) ? line.trim() : '');

/**
 * Reads a document of the article's editor, as somebody changed it, and makes it fit to be stored as an imported text
 * is: with plain spaces and without text blocks that say nothing. Refuses, as `malformed`, what is no such document and
 * one without words, and, as `too-large`, more than 2 MB or 20,000 text blocks.
 */
export function importDocument(given: unknown): Result<ImportedDocument> {
  const checked = checkedDoc(given);
  if (!checked.ok) return checked;
  const spaced = plainSpaces(textOfDoc(checked.value));
  const lines = spaced.text.split('\n').map(tidy);
  const doc = withTexts(checked.value, lines);
  if (doc.content.length === 0) {
    return refuse('malformed', 'text-empty', 'There is no text in this document.', { pointer });
  }
  const text = textOfDoc(doc);
  if (lines.length > MOST_LINES || isTooLarge(text)) {
    return refuse('too-large', 'text-too-large', 'This document is over 2 MB or 20,000 paragraphs.', { pointer });
  }
  return ok({ text, doc, repairs: spaced.repairs });
}
