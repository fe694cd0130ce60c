import { map, type Result } from '@/domain/result';
import { fetchPage, type Outgoing, type Page } from '../outgoing';
import { type Given, type Import, type ImportedArticle, importBytes } from '.';

/** The media types of pages that may hold an article. */
export const readableTypes = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

/** What a page could not be read for is no fault of the request that named its address; that we are busy is no fault of the page. */
export function ofAddress(read: Import): Import {
  if (read.ok || read.refusal.kind === 'too-many') return read;
  const problems = read.refusal.problems.map((problem) => ({ ...problem, pointer: '/url' }));
  return { ok: false, refusal: { ...read.refusal, kind: 'rule', problems } };
}

export type FromWeb = { article: ImportedArticle; page: Page };

/** Fetches an address of the open web and reads the article there; refuses what either refuses. */
export async function importFromWeb(address: string, given: Given, outgoing: Outgoing): Promise<Result<FromWeb>> {
  const fetched = await fetchPage(address, { types: readableTypes }, outgoing);
  if (!fetched.ok) return fetched;
  const page = fetched.value;
  if (page === null) throw new Error('A page that was asked for without a version cannot be unchanged.');
  return map(ofAddress(await importBytes(page, given)), (article) => ({ article, page }));
}
