import { ok, type Refusal } from '@/domain/result';
import type { Look, Watched } from '@/domain/watch';
import { fetchPage, mayRead, type Outgoing } from '../outgoing';
import { importBytes } from '.';
import { importAgain } from './again';
import { ofAddress, readableTypes } from './web';

const refused = ({ problems: [problem], retryAfter }: Refusal): Look => {
  if (!problem) throw new Error('A refusal without a problem says nothing.');
  return { kind: 'refused', problem, retryAfter };
};

/**
 * Looks at an article's address, and reads what stands there as the article was read. `scheduled` looks, for which no
 * person asked, keep to the site's robots.txt.
 */
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
  const read = ofAddress(await importAgain((given) => importBytes(page, given), {}, watched.last));
  if (!read.ok) return refused(read.refusal);
  const { title, text, doc } = read.value;
  const setAside = read.value.setAside.map((line) => line.text);
  const { etag, lastModified } = page;
  return { kind: 'read', url: page.url, title, text, doc, setAside, etag, lastModified };
}
