import { digestOf } from '../canonical';
import { blocks, type Check } from './check';
import type { Candidate, Material } from './material';
import { type Plan, verdictsChanged } from './plan';

/** What an editor saw go out when they scheduled an edition, as far as their consent hangs on it. */
export type Seen = {
  claims: { claimId: string; k: number; verdict: string }[];
  conclusion: boolean;
};

const verdictIn = (plan: Plan, k: number): string =>
  digestOf(plan.claims.find((claim) => claim.k === k)?.content.verdict ?? null);

export const seenIn = (plan: Plan): Seen => ({
  claims: plan.goesOut.map(({ claimId, k }) => ({ claimId, k, verdict: verdictIn(plan, k) })),
  conclusion: plan.conclusion !== null,
});

const lookAgain = 'Look at the preview, then publish or schedule it again.';

function whyOut(claim: Candidate | undefined): string {
  if (!claim) return 'it is gone';
  return claim.withdrawal ? 'it was withdrawn' : `it is ${claim.state}`;
}

/**
 * What is worse at the hour than what the scheduler saw. What goes out is what is approved then: claims approved since
 * go out too, and claims reworded and approved anew go out as they are now. But nothing that was seen may be missing, and
 * no verdict may be another, since the note was written and the hour chosen with those.
 */
export function worseThanSeen(seen: Seen, plan: Plan, material: Material): Check[] {
  const out = new Map(plan.goesOut.map(({ claimId, k }) => [claimId, k]));
  const known = new Map(seen.claims.map((claim) => [claim.claimId, claim]));
  const byId = new Map(material.claims.map((claim) => [claim.id, claim]));
  const missing = seen.claims
    .filter(({ claimId }) => !out.has(claimId))
    .map(({ claimId, k }) => {
      const why = `Claim ${k} was to go out and does not any more: ${whyOut(byId.get(claimId))}. ${lookAgain}`;
      return blocks('scheduled-claim', why, byId.has(claimId) ? claimId : null);
    });
  const changed = new Set(verdictsChanged(material.verdicts, plan.claims));
  const turned = plan.goesOut
    .filter(({ claimId, k }) => {
      const before = known.get(claimId);
      return before ? before.verdict !== verdictIn(plan, k) : changed.has(k);
    })
    .map(({ claimId, k }) =>
      blocks('scheduled-verdict', `The verdict of claim ${k} changed since this was scheduled. ${lookAgain}`, claimId),
    );
  const conclusion =
    seen.conclusion && !plan.conclusion
      ? [blocks('scheduled-conclusion', `The conclusion was to go out and does not any more. ${lookAgain}`)]
      : [];
  return [...missing, ...turned, ...conclusion];
}
