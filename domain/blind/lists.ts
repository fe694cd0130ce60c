import type { Activity } from '../activity';
import type { Candidate } from '../edition';
import type { ClaimState } from '../workflow';
import type { Blindness } from './blindness';

type Standing = {
  id: string;
  verdict: string | null;
  state: ClaimState;
  assignee: string | null;
  assignedBy: string | null;
  assignedAt: string | null;
  createdBy: string;
  contributors: readonly string[];
  submittedAt: string | null;
  submittedBy: string | null;
  updatedAt: string;
  replyOverdue: string | null;
  decision: unknown;
  second: { drawn: unknown } | null;
};

/** A claim in a list, as `blindedClaim` has it: what is counted, sorted or shown of it tells nothing of the first verdict. */
export function blindedStanding<T extends Standing>(claim: T, blindness: Blindness): T {
  const asked = blindness.get(claim.id);
  if (!asked) return claim;
  return {
    ...claim,
    verdict: null,
    state: claim.state === 'dropped' ? 'dropped' : 'draft',
    assignee: null,
    assignedBy: null,
    assignedAt: null,
    createdBy: '',
    contributors: [],
    submittedAt: null,
    submittedBy: null,
    updatedAt: asked.askedAt,
    replyOverdue: null,
    decision: null,
    second: claim.second && { ...claim.second, drawn: null },
  };
}

/** A claim as far as publishing is concerned: one that nobody has decided on yet. */
export const blindedCandidate = (claim: Candidate, blindness: Blindness): Candidate =>
  blindness.has(claim.id)
    ? {
        ...claim,
        state: claim.state === 'dropped' ? 'dropped' : 'draft',
        approval: null,
        second: null,
        mergedInto: null,
        openThreads: 0,
      }
    : claim;

/** Whether somebody may read an entry of the log: of a claim that they are blind to, nothing but that they were asked. */
export const isReadable = (
  { claimId, type, subject }: Pick<Activity, 'claimId' | 'type' | 'subject'>,
  blindness: Blindness,
): boolean => {
  const asked = claimId === null ? undefined : blindness.get(claimId);
  return asked === undefined || (type === 'second-verdict.asked' && subject === asked.id);
};

/** An entry of the log. Each row's digest covers all rows before it, so that whoever is blind to any is shown none. */
export const blindedActivity = (entry: Activity, blindness: Blindness): Activity =>
  blindness.size === 0 ? entry : { ...entry, digest: null };

/** Somebody in an article, for who is blind to the claim that they have open: that they are there, and not on what. */
export const blindedPresence = <P extends { claimId: string | null; field: string | null }>(
  present: P,
  blindness: Blindness,
): P =>
  present.claimId !== null && blindness.has(present.claimId) ? { ...present, claimId: null, field: null } : present;
