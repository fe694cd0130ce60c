import { useCallback } from 'react';
import type { Claim } from '@/domain/claim';
import { createStore, useStore } from '../../ui/store';
import { useChecking } from '../under-check';
import { mayTake } from './second-deeds';

const none: ReadonlySet<string> = new Set();
/** Claims that this page showed although their second verdict was to be had. */
const looked = createStore(none);

/** Shows a claim whose second verdict was to be had. */
export const lookAt = ({ id }: Claim): void => looked.set(new Set([...looked.get(), id]));

/** Whether a claim's second verdict is offered to this person, who is not shown the first before they choose to look. */
export function useIsOffered(): (claim: Claim) => boolean {
  const checking = useChecking();
  const seen = useStore(looked, none);
  const { me } = checking;
  return useCallback((claim: Claim) => mayTake({ me }, claim) && !seen.has(claim.id), [me, seen]);
}
