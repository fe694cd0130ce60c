import { useEffect, useState, useSyncExternalStore } from 'react';
import { type ConclusionState, ConclusionWriting } from '@/client/conclusion/writing';
import type { Conclusion } from '@/domain/conclusion';

export type ConclusionAtHand = ConclusionState & { writing: ConclusionWriting };

/** Has unsaved words sent, and others' words asked for, whenever the person or the network is back; answers how to stop. */
function refreshedOnReturn(writing: ConclusionWriting): () => void {
  const refresh = () => {
    if (document.visibilityState === 'visible') void writing.refresh();
  };
  window.addEventListener('online', refresh);
  document.addEventListener('visibilitychange', refresh);
  return () => {
    window.removeEventListener('online', refresh);
    document.removeEventListener('visibilitychange', refresh);
    writing.rest();
  };
}

/** The conclusion of an article, as it stands and as this person writes it. */
export function useConclusion(initial: Conclusion, person: string): ConclusionAtHand {
  const [writing] = useState(() => new ConclusionWriting(initial, person));
  const state = useSyncExternalStore(writing.subscribe, writing.snapshot, writing.snapshot);
  useEffect(() => writing.takeUp(), [writing]);
  useEffect(() => refreshedOnReturn(writing), [writing]);
  useEffect(() => writing.learn(initial), [writing, initial]);
  return { ...state, writing };
}
