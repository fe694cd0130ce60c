import { refuse } from '@/domain/result';
import type { Given, Import } from './article';
import { importText } from './text';
import { uploadedText } from './upload';

export type { ArticleDoc, Contact, Given, Import, ImportedArticle, LineRole, SetAside, SourceLine } from './article';
export { LARGEST_TEXT, MOST_LINES } from './text';

/** Bytes with whatever is known of what they are: a file's name, or what a site says of its page. */
export type ForeignBytes = {
  bytes: Uint8Array;
  fileName?: string;
  /** `text/html`; null where it is not known */
  contentType?: string | null;
  /** as a Content-Type header names it */
  charset?: string | null;
  /** where the bytes were fetched from */
  url?: string;
};

/** What was sent: pasted content in a format, or a file. */
export type Foreign = { format: 'text' | 'html' | 'markdown'; content: string } | ForeignBytes;

/** The media types of what {@link importArticle} may be given to read. */
export const readableTypes = ['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown'];

/** The one entry for bytes, from a file or from the web. */
function importBytes({ bytes, fileName, contentType }: ForeignBytes, given: Given): Import {
  const read = uploadedText(bytes, fileName, contentType);
  if (!read.ok) return read;
  const article = importText(read.value.text, given);
  if (!article.ok) return article;
  return { ok: true, value: { ...article.value, repairs: [...read.value.repairs, ...article.value.repairs] } };
}

/**
 * Reads an article from foreign content, stored nowhere yet: what a preview shows and an import stores are one call.
 * Refuses, as `malformed`, every format but plain text, and what {@link importText} and `uploadedText` refuse.
 */
export function importArticle(foreign: Foreign, given: Given = {}): Import {
  if ('bytes' in foreign) return importBytes(foreign, given);
  if (foreign.format === 'text') return importText(foreign.content, given);
  return refuse(
    'malformed',
    'format-not-yet',
    'Stet reads plain text for now. Paste the article’s text, with format "text".',
    { pointer: '/format' },
  );
}
