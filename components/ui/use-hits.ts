import { useEffect, useState } from 'react';
import { type Hit, paletteSearch } from './command-search';

export type Hits = { hits: Hit[]; state: 'idle' | 'searching' | 'failed' };
const nothing: Hits = { hits: [], state: 'idle' };

/** What the registered search finds for a query, 150 ms after the last key; an older answer never replaces a newer. */
export function useHits(query: string): Hits {
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    const search = paletteSearch.get();
    if (!search || query.trim().length < 2) {
      setFound(nothing);
      return;
    }
    const control = new AbortController();
    setFound((before) => ({ ...before, state: 'searching' }));
    const timer = setTimeout(async () => {
      try {
        const hits = await search(query.trim(), control.signal);
        if (!control.signal.aborted) setFound({ hits, state: 'idle' });
      } catch {
        if (!control.signal.aborted) setFound({ hits: [], state: 'failed' });
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [query]);
  return found;
}
