import { map, ok } from '@/domain/result';
import type { Given, Import, ImportedArticle } from './article';

/** A text as it was read the last time, and what was set aside of it. */
export type LastRead = { title: string; text: string; language: string; setAside: readonly string[] };

/**
 * Reads a text that is published anew, as a first import is read, save that people have decided some things already:
 * its language, and of the lines that were there before which are article. It keeps its headline when it holds none.
 * @param read reads the foreign content with what is given of it
 */
export async function importAgain(
  read: (given: Given) => Promise<Import>,
  given: Pick<Given, 'title' | 'setAside'>,
  last: LastRead,
): Promise<Import> {
  const known: Given = { language: last.language, ...given, title: given.title ?? last.title };
  const first = await read(known);
  if (!first.ok) return first;
  const again = given.setAside ? first : await read({ ...known, setAside: asBefore(first.value, last) });
  return map(again.ok ? again : ok(first.value), (found) => ({
    ...found,
    title: given.title ?? headlineOf(found, last),
  }));
}

/** The lines to set aside: what is recognised, unless it was article before, and what was set aside before. */
function asBefore({ lines }: ImportedArticle, { text, setAside }: LastRead): string[] {
  const article = new Set(text.split('\n'));
  const aside = new Set(setAside);
  return lines
    .filter((line) => (line.role === 'paragraph' ? aside.has(line.text) : !article.has(line.text)))
    .map((line) => line.text);
}

const headlineOf = ({ lines }: ImportedArticle, { title }: LastRead): string =>
  lines.find(({ role }) => role === 'title')?.text.replace(/^#{1,6} /, '') ?? title;
