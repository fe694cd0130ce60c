import { ok, type Refusal, type Result } from '@/domain/result';
import type { Look, Watched } from '@/domain/watch';
import { fetchPage, mayRead, type Outgoing, type Page } from '../outgoing';
import type { ImportedArticle } from '.';
import { readableTypes, readPage } from './web';

const refused = ({ problems: [problem], retryAfter }: Refusal): Look => {
  if (!problem) throw new Error('A refusal without a problem says nothing.');
  return { kind: 'refused', problem, retryAfter };
};

/**
 * A page read as the article was: what people set aside from it stays aside, and what they put back stays in it, so that
 * only what the site changed differs.
 */
async function readAsBefore(page: Page, { setAside, text }: Watched): Promise<Result<ImportedArticle>> {
  const read = await readPage(page, {});
  if (!read.ok) return read;
  const [aside, kept] = [new Set(setAside), new Set(text.split('\n'))];
  const isAside = (line: ImportedArticle['lines'][number]): boolean =>
    !kept.has(line.text) && (line.role !== 'paragraph' || aside.has(line.text));
  const { lines, title } = read.value;
  if (lines.every((line) => isAside(line) === (line.role !== 'paragraph'))) return read;
  return readPage(page, { title, setAside: lines.filter(isAside).map((line) => line.text) });
}

/** Looks at an article's address; `scheduled` looks, for which no person asked, keep to the site's robots.txt. */
export async function lookAt(
  watched: Watched,
  { scheduled, ...outgoing }: Outgoing & { scheduled: boolean },
): Promise<Look> {
  const allowed = scheduled ? await mayRead(watched.url, outgoing) : ok(true);
  if (!allowed.ok) return refused(allowed.refusal);
  const { url, validators } = watched;
  const fetched = await fetchPage(url, { types: readableTypes, validators }, outgoing);
  if (!fetched.ok) return refused(fetched.refusal);
  const page = fetched.value;
  if (page === null) return { kind: 'unchanged' };
  const read = await readAsBefore(page, watched);
  if (!read.ok) return refused(read.refusal);
  const { title, text, doc } = read.value;
  return { kind: 'read', url: page.url, title, text, doc, etag: page.etag, lastModified: page.lastModified };
}
