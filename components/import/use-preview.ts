import { useEffect, useRef, useState } from 'react';
import { call } from '@/client/call';
import { webAddress } from '@/domain/web-address';
import type { Recognised } from './draft';
import { type Trouble, troubleOf, troubleWith } from './trouble';

/** The largest text that is taken, in bytes. */
const LARGEST = 2 * 1024 * 1024;

/** What is to be read: a pasted text, chosen files, or what stands at an address. */
export type Readable = string | File[] | { address: string };

/** An address as a person types it, who leaves out what a browser's address bar leaves out too. */
const whole = (address: string): string =>
  /^[a-z][a-z\d+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;

/** What can be told of something to read without asking the server. */
function refusalOf(content: Readable): Trouble | null {
  if (typeof content === 'object' && 'address' in content) {
    const { error } = webAddress.safeParse(whole(content.address));
    return error ? { fields: { url: error.issues[0]?.message ?? '' }, sentences: [] } : null;
  }
  if (Array.isArray(content) && content.length > 1) {
    return troubleWith('These are several files. Choose one: each article is brought in by itself.');
  }
  const size = typeof content === 'string' ? new Blob([content]).size : (content[0]?.size ?? 0);
  return size > LARGEST ? troubleWith('This text is over 2 MB. Import the article alone, or in parts.') : null;
}

function requestFor(content: Readable) {
  if (typeof content === 'string') return { body: { format: 'text' as const, content } };
  if ('address' in content) return { body: { format: 'url' as const, url: whole(content.address) } };
  const form = new FormData();
  for (const file of content) form.set('file', file);
  return { form };
}

/** The site that something is read from, by its name; null where it is read from no site. */
const siteOf = (content: Readable): string | null =>
  typeof content === 'object' && 'address' in content ? new URL(whole(content.address)).host : null;

function renewed(asked: { current: AbortController | null }): AbortController {
  asked.current = new AbortController();
  return asked.current;
}

export type Preview = {
  busy: boolean;
  /** the site that is being read from; null while none is */
  site: string | null;
  start: (content: Readable) => void;
  cancel: () => void;
};

/** Asks the server what it recognises in a text, a file or a page. Asking again, or leaving, forgets the question before. */
export function usePreview(
  person: string,
  onTrouble: (trouble: Trouble | null) => void,
  onFound: (found: Recognised) => void,
): Preview {
  const [busy, setBusy] = useState(false);
  const [site, setSite] = useState<string | null>(null);
  const asked = useRef<AbortController | null>(null);
  const cancel = () => {
    asked.current?.abort();
    setBusy(false);
    setSite(null);
  };
  useEffect(() => () => asked.current?.abort(), []);

  const ask = async (content: Readable) => {
    cancel();
    const refusal = refusalOf(content);
    onTrouble(refusal);
    if (refusal) return;
    const { signal } = renewed(asked);
    setBusy(true);
    setSite(siteOf(content));
    const answer = await call('previewArticle', { ...requestFor(content), person, signal });
    if (signal.aborted) return;
    setBusy(false);
    setSite(null);
    if (answer.ok) onFound(answer.value);
    else onTrouble(troubleOf(answer, () => void ask(content)));
  };
  return { busy, site, cancel, start: (content) => void ask(content) };
}
