import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { isTemporary } from '@/client/outbox/change';
import type { Claim } from '@/domain/claim';
import type { EarlierCheck } from '@/domain/contract/earlier';

/** Milliseconds without typing before the desk is asked; a statement shorter than that says too little. */
const PAUSE = 600;
const SHORTEST = 12;

const nothing: EarlierCheck[] = [];

/**
 * What was checked before that says much the same as a claim's statement, asked a moment after the last key. What was
 * found last stays while the next answer is awaited, and when there is none.
 */
export function useEarlier({ id, statement, state }: Claim): EarlierCheck[] {
  const [found, setFound] = useState(nothing);
  const asked = statement.trim();
  const worthAsking = asked.length >= SHORTEST && state !== 'dropped';
  useEffect(() => {
    if (!worthAsking) return setFound(nothing);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const query = { statement: asked, ...(isTemporary(id) ? {} : { claim: id }) };
      const answer = await call('listEarlier', { query, signal: abort.signal });
      if (answer.ok && !abort.signal.aborted) setFound(answer.value.items);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [id, asked, worthAsking]);
  return found;
}
