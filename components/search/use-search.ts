import { useEffect, useRef, useState } from 'react';
import { call, sentencesOf } from '@/client/call';
import type { Hit, Note } from '@/domain/search/hit';

export type Found = { q: string; items: Hit[]; notes: Note[]; total: number; next: string | null };
export type Search = Found & {
  state: 'idle' | 'searching' | 'failed';
  /** why it failed, in a sentence */
  trouble: string | null;
  /** asks for the next page of what is shown */
  more: () => Promise<void>;
};

/** Milliseconds without typing before a search goes out. */
const PAUSE = 200;
export const PAGE = '20';

/** What is found for a query, a moment after the last key; `first` is what the server found for the page's address. */
export function useSearch(q: string, first: Found): Search {
  const [found, setFound] = useState(first);
  const [state, setState] = useState<Search['state']>('idle');
  const [trouble, setTrouble] = useState<string | null>(null);
  const shown = useRef(found);
  shown.current = found;
  const ask = async (query: { q: string; limit: string; cursor?: string }, before: Hit[], signal?: AbortSignal) => {
    const answer = await call('searchDesk', { query, signal });
    if (signal?.aborted) return;
    if (answer.ok) {
      const { items, notes, total } = answer.value;
      setFound({ q: query.q, items: [...before, ...items], notes, total, next: answer.next });
      setState('idle');
      return;
    }
    setState('failed');
    setTrouble(
      answer.offline ? 'The server does not answer. Try again in a moment.' : sentencesOf(answer.problem).join(' '),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another query asks anew
  useEffect(() => {
    if (q.trim() === shown.current.q.trim() && q.endsWith(' ') === shown.current.q.endsWith(' '))
      return setState('idle');
    const abort = new AbortController();
    setState('searching');
    const timer = setTimeout(() => void ask({ q, limit: PAGE }, [], abort.signal), PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  const more = async () => {
    if (found.next) await ask({ q: found.q, limit: PAGE, cursor: found.next }, found.items);
  };
  return { ...found, state, trouble, more };
}
