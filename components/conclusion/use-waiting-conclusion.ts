import { useEffect, useState } from 'react';
import { useChecking } from '../claims/under-check';
import { approveConclusion, refusalToConclude, returnConclusion } from './deeds';
import { useConclusion } from './use-conclusion';

/** The conclusion as the last of an editor's queue: whether it waits for them, whether it is at hand, and their word on it. */
export function useWaitingConclusion() {
  const checking = useChecking();
  const { me, desk } = checking;
  const conclusion = useConclusion(checking, true);
  const [atHand, setAtHand] = useState(false);
  useEffect(() => setAtHand(window.location.hash === '#conclusion'), []);
  const who = { me, desk };
  const waits = refusalToConclude(conclusion.standing, who, 'approve') === null;
  return {
    conclusion,
    waits,
    atHand: waits && atHand,
    setAtHand,
    approve: () => approveConclusion(conclusion, who),
    sendBack: () => returnConclusion(conclusion, who),
  };
}
