'use client';
import { useEffect, useState } from 'react';
import { call, sentencesOf, type ValueOf } from '@/client/call';
import type { LinkPurpose } from '@/domain/person';

export type OpenLink = ValueOf<'readLink'> & { secret: string };

export type LinkState =
  | { is: 'reading' }
  | { is: 'open'; link: OpenLink }
  /** `again`: nobody answered, so trying again may help */
  | { is: 'refused'; sentences: string[]; again: boolean };

const incomplete = 'This address is not a whole link: the part after # is missing or cut short. Copy all of it.';
const refused = (sentence: string, again = false): LinkState => ({ is: 'refused', sentences: [sentence], again });

/** What the one-time link in this page's address is for. Its secret stays in the fragment, so a reload does no harm. */
export function useLink(purpose: LinkPurpose): [LinkState, () => void] {
  const [state, setState] = useState<LinkState>({ is: 'reading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks once more
  useEffect(() => {
    let here = true;
    const read = () => readLink(purpose).then((next) => here && setState(next));
    void read();
    window.addEventListener('hashchange', read);
    return () => {
      here = false;
      window.removeEventListener('hashchange', read);
    };
  }, [purpose, tries]);
  return [state, () => setTries(tries + 1)];
}

async function readLink(purpose: LinkPurpose): Promise<LinkState> {
  const secret = window.location.hash.slice(1);
  if (secret.length < 20) return refused(incomplete);
  const answer = await call('readLink', { body: { secret } });
  if (answer.ok) {
    if (answer.value.purpose !== purpose)
      return refused('This link belongs to another page. Open it as you received it.');
    return { is: 'open', link: { ...answer.value, secret } };
  }
  if (answer.offline) return refused('The server did not answer. Nothing was spent: try again.', true);
  return { is: 'refused', sentences: sentencesOf(answer.problem), again: false };
}
