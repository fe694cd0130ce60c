import type { Claim } from '../claim';
import { digestOfClaim } from '../content';
import type { Evidence } from '../evidence';
import type { ReportedClaim } from '../revision';
import type { Asked, Blindness } from './blindness';

/** A source as it was attached, without what its finder made of it. `context` stands for every stance. */
export const blindedEvidence = (item: Evidence): Evidence => ({ ...item, stance: 'context', note: null });

const noScale = { id: '', version: 0 }; // of a claim without a verdict it is not asked

/**
 * A claim for who is to judge it independently: its words, where it stands and its sources. It reads as nobody's draft
 * since the moment they were asked, whatever has become of it; its digest is of what is shown.
 */
export function blindedClaim(claim: Claim, { id, askedBy, askedAt, reviewer }: Asked): Claim {
  const isDropped = claim.state === 'dropped';
  const shown = {
    ...claim,
    verdict: null,
    rationale: '',
    evidence: claim.evidence.map(blindedEvidence),
    approaches: [],
  };
  return {
    ...shown,
    digest: digestOfClaim(shown, noScale),
    state: isDropped ? 'dropped' : 'draft',
    settlement: null,
    waivers: [],
    decision: null,
    approved: null,
    dropped: isDropped ? { reason: '', by: '', at: askedAt, mergedInto: null } : null,
    secondVerdict: { id, askedBy, askedAt, reviewer, blind: true, drawn: null, filed: null, adjudication: null },
    contributors: [reviewer],
    assignee: null,
    createdBy: '',
    updatedAt: askedAt,
  };
}

/** What a revision did to a claim, for who is blind to it. */
export function blindedReport(claim: ReportedClaim, blindness: Blindness): ReportedClaim {
  if (!blindness.has(claim.claimId)) return claim;
  const claimState = claim.claimState === 'dropped' ? 'dropped' : 'draft';
  return { ...claim, verdict: null, claimState, settlement: null };
}
