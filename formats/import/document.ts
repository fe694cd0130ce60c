import { z } from 'zod';
import { ok, type Result, refuse } from '@/domain/result';
import { repair } from '@/domain/text';
import type { ArticleDoc } from './article';
import { plainSpaces } from './lines';
import { LARGEST_TEXT, MOST_LINES } from './text';

const SOMETHING_TO_READ = /[^\p{C}\p{Z}]/u;

const words = z.strictObject({ type: z.literal('text'), text: z.string().min(1) });
const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z.object({}).optional(),
  content: z.array(words).optional(),
});
const document = z.strictObject({ type: z.literal('doc'), content: z.array(paragraph) });

export type ImportedDocument = { text: string; doc: ArticleDoc; repairs: string[] };

/** A paragraph is one line: what breaks it begins the next one, as it does in an imported text. */
const linesOf = (read: z.infer<typeof document>): string =>
  read.content.map(({ content }) => (content ?? []).map(({ text }) => text).join('')).join('\n');

const docOf = (paragraphs: string[]): ArticleDoc => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/**
 * Reads a document of the article's editor, as somebody changed it, and makes it fit to be stored as an imported text
 * is: repaired, with plain spaces and without empty paragraphs. Refuses, as `malformed`, what is no such document and
 * one without words, and, as `too-large`, more than 2 MB or 20,000 paragraphs.
 */
export function importDocument(doc: unknown): Result<ImportedDocument> {
  const read = document.safeParse(doc);
  if (!read.success) {
    const [issue] = read.error.issues;
    const pointer = `/doc${(issue?.path ?? []).map((step) => `/${String(step)}`).join('')}`;
    return refuse('malformed', 'not-a-document', 'This is not a document of the article’s editor.', { pointer });
  }
  const repaired = repair(linesOf(read.data));
  const spaced = plainSpaces(repaired.text);
  const paragraphs = spaced.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => SOMETHING_TO_READ.test(line));
  const text = paragraphs.join('\n');
  if (text === '') return refuse('malformed', 'text-empty', 'There is no text in this document.', { pointer: '/doc' });
  if (paragraphs.length > MOST_LINES || new TextEncoder().encode(text).length > LARGEST_TEXT) {
    return refuse('too-large', 'text-too-large', 'This document is over 2 MB or 20,000 paragraphs.', {
      pointer: '/doc',
    });
  }
  return ok({ text, doc: docOf(paragraphs), repairs: [...repaired.repairs, ...spaced.repairs] });
}
