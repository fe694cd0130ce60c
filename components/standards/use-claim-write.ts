import { useState } from 'react';
import { type Answer, call, sentencesOf } from '@/client/call';
import { isTemporary } from '@/client/outbox/change';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { useChecking } from '../claims/under-check';

export type ClaimWrite = {
  /** the claim is on its way to the server, and nothing can be recorded of it yet */
  unmade: boolean;
  busy: boolean;
  trouble: string | null;
  /** Sends a request made against a version of the claim; true once it was taken and the claim is as the server has it. */
  write: (
    request: (version: { ifMatch: string; key: string; person: string }) => Promise<Answer<unknown>>,
  ) => Promise<boolean>;
};

/**
 * Writes that go straight to the server: their forms keep what was typed until it is taken. A stale version is asked
 * for again once, as long as `watched` says the same of the claim as it did: nobody changed what this writes.
 */
export function useClaimWrite(claim: Claim, watched: (claim: Claim) => unknown): ClaimWrite {
  const { workspace, me } = useChecking();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const learn = async () => {
    const answer = await call('readClaim', { params: { id: claim.id } });
    if (answer.ok) workspace.outbox.learn([answer.value]);
    return answer.ok ? answer.value : null;
  };
  const write: ClaimWrite['write'] = async (request) => {
    setBusy(true);
    setTrouble(null);
    const key = crypto.randomUUID();
    const known = workspace.outbox.state().known.get(claim.id) ?? claim;
    let answer = await request({ ifMatch: etagOf(known), key, person: me.id });
    if (!answer.ok && !answer.offline && answer.status === 412) {
      const now = await learn();
      const same = now && JSON.stringify(watched(now)) === JSON.stringify(watched(known));
      if (same) answer = await request({ ifMatch: etagOf(now), key, person: me.id });
    }
    if (answer.ok) await learn();
    else
      setTrouble(
        answer.offline
          ? 'The server did not answer. What you typed is kept; try again.'
          : sentencesOf(answer.problem).join(' '),
      );
    setBusy(false);
    return answer.ok;
  };
  return { unmade: isTemporary(claim.id), busy, trouble, write };
}
