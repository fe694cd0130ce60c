import { useEffect } from 'react';
import type { Claim } from '@/domain/claim';
import { fetchWhenIdle, onDemand } from '../ui/later';
import { unsettledNotice } from './parts';
import { isBlind } from './second/second-deeds';

export const blindPanel = onDemand(() => import('./second/blind-panel').then((module) => module.BlindPanel));

/** Has the browser fetch, while it is idle, what the claims at hand will need once they are opened, as few articles' do. */
export function useNeededParts(claims: readonly Claim[]): void {
  const unsettled = claims.some((claim) => claim.unsettled !== null);
  const blind = claims.some(isBlind);
  useEffect(() => {
    if (unsettled) fetchWhenIdle(unsettledNotice);
  }, [unsettled]);
  useEffect(() => {
    if (blind) fetchWhenIdle(blindPanel);
  }, [blind]);
}
