import { useEffect } from 'react';
import { tellSeen } from '@/client/sightings';
import type { Claim } from '@/domain/claim';
import { useChecking } from './under-check';

/**
 * Tells the desk that this person has a claim open, in the state in which the desk has it, while the page is looked at.
 * Not of what they made of it themselves, which they know.
 */
export function useSeen({ id }: Claim): void {
  const { workspace, me } = useChecking();
  const digest = workspace.outbox.state().known.get(id)?.digest;
  const person = me.id;
  useEffect(() => {
    if (digest === undefined) return;
    const isNews = () => workspace.lastBy(id) !== person;
    let stop = () => {};
    const look = () => {
      stop();
      stop = document.visibilityState === 'visible' ? tellSeen({ person, claimId: id, digest }, isNews) : () => {};
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [workspace, person, id, digest]);
}
