import { ok, type Problem, type Result, refuse } from './result';
import { type Scale, verdictOf } from './scale';

export const claimStates = ['draft', 'submitted', 'approved', 'returned', 'lapsed', 'dropped'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimEvents = ['edit', 'submit', 'take back', 'approve', 'return', 'drop', 'restore'] as const;
export type ClaimEvent = (typeof claimEvents)[number];

/**
 * The one transition table: from each state, each event that is allowed and the states it may lead to.
 * Where several are named, the rows decide (`stateOf`): an edit that restores what was approved approves by itself.
 */
export const transitions: Record<ClaimState, Partial<Record<ClaimEvent, readonly ClaimState[]>>> = {
  draft: { edit: ['draft'], submit: ['submitted'], drop: ['dropped'] },
  submitted: {
    edit: ['submitted', 'approved'],
    'take back': ['draft', 'returned', 'lapsed'],
    approve: ['approved'],
    return: ['returned'],
    drop: ['dropped'],
  },
  approved: { edit: ['approved', 'lapsed'], drop: ['dropped'] },
  returned: { edit: ['returned', 'approved'], submit: ['submitted'], drop: ['dropped'] },
  lapsed: { edit: ['lapsed', 'approved'], submit: ['submitted'], drop: ['dropped'] },
  dropped: { restore: ['draft', 'submitted', 'approved', 'returned', 'lapsed'] },
};

/** What a claim's rows say of where it stands. */
export type Standing = {
  dropped: boolean;
  /** an open submission that nobody decided on or took back */
  submitted: boolean;
  /** the outcome of the latest decision; `approve` again once an edit restored what was approved */
  latest: 'approve' | 'return' | null;
  /** the digest of the latest approval, however long ago */
  approvedDigest: string | null;
  /** the digest now */
  digest: string;
};

/** The state of a claim, from its rows alone. A digest that matches the latest approval wins over all but dropped. */
export const stateOf = (standing: Standing): ClaimState => {
  if (standing.dropped) return 'dropped';
  if (standing.approvedDigest === standing.digest) return 'approved';
  if (standing.submitted) return 'submitted';
  if (standing.latest === null) return 'draft';
  return standing.latest === 'approve' ? 'lapsed' : 'returned';
};

const refusals: Record<ClaimEvent, (state: ClaimState) => string> = {
  edit: () => 'This claim is dropped. Restore it before you change it.',
  submit: (state) =>
    state === 'dropped' ? 'This claim is dropped. Restore it before you submit it.' : `This claim is already ${state}.`,
  'take back': (state) => `Only a submitted claim can be taken back; this one is ${state}.`,
  approve: (state) => `Only a submitted claim can be approved; this one is ${state}.`,
  return: (state) => `Only a submitted claim can be returned; this one is ${state}.`,
  drop: () => 'This claim is already dropped.',
  restore: (state) => `Only a dropped claim can be restored; this one is ${state}.`,
};

/** Whether the table lets an event happen in a state; the refusal names the rule `not-<event>-from-<state>`. */
export const allows = (state: ClaimState, event: ClaimEvent): Result<true> =>
  transitions[state][event]
    ? ok(true)
    : refuse('rule', `no-${event.replace(' ', '-')}-when-${state}`, refusals[event](state));

/** What is still missing before a claim can be submitted, in the order of the form. */
export const missingForSubmission = (
  claim: { statement: string; verdict: string | null; rationale: string; evidence: readonly unknown[] },
  scale: Scale,
): Problem[] => {
  const verdict = verdictOf(scale, claim.verdict);
  const missing: Problem[] = [];
  const miss = (rule: string, pointer: string, message: string) => missing.push({ rule, pointer, message });
  if (!claim.statement.trim()) miss('needs-statement', '/statement', 'Write the statement.');
  if (!verdict) miss('needs-verdict', '/verdict', 'Choose a verdict.');
  if (!claim.rationale.trim()) miss('needs-rationale', '/rationale', 'Write the rationale.');
  if (verdict?.needsEvidence && claim.evidence.length === 0)
    miss('needs-evidence', '/evidence', `Add at least one piece of evidence; “${verdict.label}” calls for it.`);
  return missing;
};
