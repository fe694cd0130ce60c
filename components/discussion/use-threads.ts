import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Thread } from '@/domain/discussion';
import { useChecking, useSnapshot } from '../claims/under-check';

/** The threads of the article as they are known now. */
export function useThreads(): readonly Thread[] {
  const { discussion } = useChecking();
  return useSyncExternalStore(discussion.subscribe, discussion.threads, discussion.threads);
}

/** How many threads are open on a claim and its evidence; drawn anew only when that changes. */
export function useOpenThreads(claimId: string): number {
  const { discussion } = useChecking();
  const many = () => discussion.openOn(claimId);
  return useSyncExternalStore(discussion.subscribe, many, many);
}

/** Asks for the threads again when the server has decided on a claim or moved evidence: both change threads too. */
export function useFreshThreads(): void {
  const { discussion } = useChecking();
  const { known } = useSnapshot().outbox;
  const version = [...known.values()].map(({ decision, dropped }) => `${decision?.id} ${dropped?.mergedInto}`).join();
  const met = useRef(version);
  useEffect(() => {
    if (met.current !== version) void discussion.refresh();
    met.current = version;
  }, [version, discussion]);
}
