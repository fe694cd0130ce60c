import { refuse } from '@/domain/result';
import type { Given, Import } from './article';
import { importText } from './text';
import { uploadedText } from './upload';

export type { ArticleDoc, Contact, Given, Import, ImportedArticle, LineRole, SetAside, SourceLine } from './article';
export { LARGEST_TEXT, MOST_LINES } from './text';

/** What was sent: pasted content in a format, or a file. */
export type Foreign =
  | { format: 'text' | 'html' | 'markdown'; content: string }
  | { bytes: Uint8Array; fileName?: string };

function importFile(bytes: Uint8Array, fileName: string | undefined, given: Given): Import {
  const read = uploadedText(bytes, fileName);
  if (!read.ok) return read;
  const article = importText(read.value.text, given);
  if (!article.ok) return article;
  return { ok: true, value: { ...article.value, repairs: [...read.value.repairs, ...article.value.repairs] } };
}

/** Bytes as they came from somewhere, with what is known of them. */
export type ForeignBytes = {
  bytes: Uint8Array;
  /** the media type that the sender declared */
  type?: string | null;
  /** the charset that the sender declared */
  charset?: string | null;
  name?: string | null;
  /** the address that they were fetched from */
  url?: string | null;
};

/** Reads an article from bytes; refuses, as `malformed`, what is declared or looks to be other than plain text. */
export async function importBytes({ bytes, type, name }: ForeignBytes, given: Given = {}): Promise<Import> {
  if (!type || type === 'text/plain') return importFile(bytes, name ?? undefined, given);
  return refuse(
    'malformed',
    'format-not-yet',
    `Stet reads plain text for now, and this is ${/html/.test(type) ? 'a web page' : type}. Paste its text instead.`,
  );
}

/**
 * Reads an article from foreign content, stored nowhere yet: what a preview shows and an import stores are one call.
 * Refuses, as `malformed`, every format but plain text, and what {@link importText} and `uploadedText` refuse.
 */
export function importArticle(foreign: Foreign, given: Given = {}): Import {
  if ('bytes' in foreign) return importFile(foreign.bytes, foreign.fileName, given);
  if (foreign.format === 'text') return importText(foreign.content, given);
  return refuse(
    'malformed',
    'format-not-yet',
    'Stet reads plain text for now. Paste the article’s text, with format "text".',
    { pointer: '/format' },
  );
}
