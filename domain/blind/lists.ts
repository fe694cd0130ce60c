import type { Activity, ActivityType } from '../activity';
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

/** Whether an entry of an article's log tells of what its claims' verdicts sum up to, or keep from being published. */
export const isOfVerdicts = (type: ActivityType): boolean =>
  type.startsWith('conclusion.') || type === 'edition.schedule-failed';

/** The articles in one of whose claims somebody is blind. */
export const blindArticles = (blindness: Blindness): string[] => [
  ...new Set([...blindness.values()].map(({ articleId }) => articleId)),
];

/**
 * Whether somebody may read an entry of the log: of a claim that they are blind to, nothing but that they were asked, and
 * nothing of its article's conclusion.
 */
export const isReadable = (
  { articleId, claimId, type, subject }: Pick<Activity, 'articleId' | 'claimId' | 'type' | 'subject'>,
  blindness: Blindness,
): boolean => {
  if (articleId !== null && isOfVerdicts(type) && blindArticles(blindness).includes(articleId)) return false;
  const asked = claimId === null ? undefined : blindness.get(claimId);
  return asked === undefined || (type === 'second-verdict.asked' && subject === asked.id);
};

/** An entry of the log. Each row's digest covers all rows before it, so that whoever is blind to any is shown none. */
export const blindedActivity = (entry: Activity, blindness: Blindness): Activity =>
  blindness.size === 0 ? entry : { ...entry, digest: null };

/** Whether somebody in an article is shown to who is so blind: not while they are at a claim to which that one is blind. */
export const isShownPresent = ({ claimId }: { claimId: string | null }, blindness: Blindness): boolean =>
  claimId === null || !blindness.has(claimId);
