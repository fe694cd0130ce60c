import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '@/client/call';
import { keep, kept } from '@/client/kept';
import { webAddress } from '@/domain/web-address';
import type { Recognised } from './draft';
import { type Trouble, troubleOf } from './trouble';

const keyOf = (person: string): string => `stet.import.address.${person}`;

/** An address that is being typed, kept in this browser like a text that is being pasted. */
function useKeptAddress(person: string): [string, (address: string) => void] {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const left = kept(keyOf(person));
    setAddress((typed) => typed || (typeof left === 'string' ? left : ''));
  }, [person]);
  const change = useCallback(
    (typed: string) => {
      setAddress(typed);
      keep(keyOf(person), typed || null);
    },
    [person],
  );
  return [address, change];
}

/** An address as a person types it, who leaves out what a browser's address bar leaves out too. */
const whole = (typed: string): string =>
  /^[a-z][a-z\d+.-]*:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;

export type AddressInHand = {
  address: string;
  change: (address: string) => void;
  /** the site that is being read from; null while none is */
  site: string | null;
  read: () => void;
  cancel: () => void;
};

/** Has the server read the page at an address. Reading another, or leaving, ends what was under way. */
export function useAddress(
  person: string,
  onTrouble: (trouble: Trouble | null) => void,
  onFound: (found: Recognised) => void,
): AddressInHand {
  const [address, change] = useKeptAddress(person);
  const [site, setSite] = useState<string | null>(null);
  const asked = useRef<AbortController | null>(null);
  const cancel = () => {
    asked.current?.abort();
    setSite(null);
  };
  useEffect(() => () => asked.current?.abort(), []);

  const read = async () => {
    cancel();
    const url = whole(address);
    const [wrong] = webAddress.safeParse(url).error?.issues ?? [];
    onTrouble(wrong ? { fields: { url: wrong.message }, sentences: [] } : null);
    if (wrong) return;
    const mine = new AbortController();
    asked.current = mine;
    setSite(new URL(url).host);
    const answer = await call('previewArticle', { body: { format: 'url', url }, person, signal: mine.signal });
    if (mine.signal.aborted) return;
    setSite(null);
    if (!answer.ok) return onTrouble(troubleOf(answer, () => void read()));
    change('');
    onFound(answer.value);
  };
  return { address, change, site, read: () => void read(), cancel };
}
