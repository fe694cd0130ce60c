import { ok, type Refusal } from '@/domain/result';
import type { Look, Watched } from '@/domain/watch';
import { fetchPage, mayRead, type Outgoing, type Page } from '../outgoing';
import type { Import } from '.';
import { readableTypes, readPage } from './web';

const refused = ({ problems: [problem], retryAfter }: Refusal): Look => {
  if (!problem) throw new Error('A refusal without a problem says nothing.');
  return { kind: 'refused', problem, retryAfter };
};

/**
 * A page read as the article was: what people set aside from it stays aside, what they put back stays in it, and a page
 * that names no headline keeps the one there is, so that only what the site changed differs.
 */
async function readAgain(page: Page, { title, text, language, setAside }: Watched['last']): Promise<Import> {
  const read = await readPage(page, { language });
  if (!read.ok) return read;
  const [aside, kept] = [new Set(setAside), new Set(text.split('\n'))];
  const { lines } = read.value;
  const headline = lines.some(({ role }) => role === 'title') ? read.value.title : title;
  const notArticle = lines
    .filter((line) => (line.role === 'paragraph' ? aside.has(line.text) : !kept.has(line.text)))
    .map((line) => line.text);
  return readPage(page, { language, title: headline, setAside: notArticle });
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
  const read = await readAgain(page, watched.last);
  if (!read.ok) return refused(read.refusal);
  const { title, text, doc } = read.value;
  const setAside = read.value.setAside.map((line) => line.text);
  const { etag, lastModified } = page;
  return { kind: 'read', url: page.url, title, text, doc, setAside, etag, lastModified };
}
