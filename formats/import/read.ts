import { checkedDoc } from '@/domain/doc';
import { map, type Result, refuse } from '@/domain/result';
import { looksBinary } from '@/domain/text';
import type { Given, Import, Source } from './article';
import { composed, isTooLarge, LARGEST_TEXT, tooLarge } from './compose';
import { decoded } from './decode';
import { readDocx } from './docx';
import { type Foreign, type ForeignBytes, type ForeignText, LARGEST_FILE } from './foreign';
import { readHtml } from './html/page';
import { kindOf } from './kind';
import { readMarkdown } from './markdown';
import { importText } from './text';

const fileTooLarge = () =>
  refuse('too-large', 'file-too-large', 'This is over 10 MB. Import the article alone, or paste its text.');

const withRepairs = (read: Import, repairs: string[]): Import =>
  map(read, (article) => ({ ...article, repairs: [...repairs, ...article.repairs] }));

const thenComposed = (source: Result<Source>, given: Given): Import =>
  source.ok ? composed(source.value, given) : source;

function readDoc(content: string): Result<Source> {
  try {
    const doc = checkedDoc(JSON.parse(content));
    return map(doc, (value) => ({ doc: value, facts: {}, repairs: [], structured: true }));
  } catch {
    return refuse('malformed', 'doc-malformed', 'The document is not JSON. Send it as a preview answers it.', {
      pointer: '/content',
    });
  }
}

function readText({ format, content, url = null }: ForeignText, given: Given): Import {
  if (format === 'text') return importText(content, given);
  if (format === 'doc') return thenComposed(readDoc(content), given);
  if (content.length > LARGEST_FILE) return fileTooLarge();
  if (looksBinary(content)) {
    return refuse('malformed', 'text-binary', 'This is not text but a binary file. Paste the article’s text instead.');
  }
  if (format === 'html') return thenComposed(readHtml(content, url), given);
  return isTooLarge(content) ? tooLarge() : thenComposed(readMarkdown(content), given);
}

const charsetIn = (type: string | null): string | null => /charset=["']?([\w-]{1,40})/i.exec(type ?? '')?.[1] ?? null;

async function readBytes({ bytes, type = null, charset = null, name = null, url = null }: ForeignBytes, given: Given) {
  if (bytes.length > LARGEST_FILE) return fileTooLarge();
  const kind = kindOf(bytes, type, name);
  if (!kind.ok) return kind;
  if (kind.value === 'docx') return thenComposed(await readDocx(bytes), given);
  if (kind.value !== 'html' && bytes.length > 2 * LARGEST_TEXT) return tooLarge();
  const text = decoded(bytes, charset ?? charsetIn(type), kind.value === 'html');
  if (!text.ok) return text;
  const { text: content, repairs } = text.value;
  return withRepairs(readText({ format: kind.value, content, url }, given), repairs);
}

/** The stack was used up: deeper than any article, and too deep for a parser. */
const tooDeep = () => refuse('malformed', 'too-deep', 'This nests too deep to be an article. Paste its text instead.');

/**
 * Reads an article from foreign content, in the thread that calls it: hostile content may keep that busy for long, so
 * `importForeign` calls it in a worker. What cannot be read is refused with a sentence.
 */
export async function readForeign(foreign: Foreign, given: Given): Promise<Import> {
  try {
    return 'bytes' in foreign ? await readBytes(foreign, given) : readText(foreign, given);
  } catch (thrown) {
    if (thrown instanceof RangeError) return tooDeep();
    // a parser of somebody else's gave up on it; whoever maintains this desk may want to know on what
    console.error(thrown);
    return refuse('malformed', 'unreadable', 'This cannot be read as what it is called. Paste its text instead.');
  }
}
