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

type Decided = { number: number; outcome: 'approve' | 'return'; digest: string };

/** The latest approval of decisions that are in their order. */
export const latestApprovalOf = <D extends Pick<Decided, 'outcome'>>(decisions: readonly D[]): D | null =>
  decisions.findLast(({ outcome }) => outcome === 'approve') ?? null;

/** Where something that is decided on stands, by its row and its decisions in their order. */
export function standingOf(
  row: { droppedAt: string | null; submittedAt: string | null; decisionsBehind: number; digest: string },
  decisions: readonly Decided[],
): Standing {
  const latest = decisions.at(-1);
  const restored = latest !== undefined && latest.number <= row.decisionsBehind;
  return {
    dropped: row.droppedAt !== null,
    submitted: row.submittedAt !== null,
    latest: restored ? 'approve' : (latest?.outcome ?? null),
    approvedDigest: latestApprovalOf(decisions)?.digest ?? null,
    digest: row.digest,
  };
}

/** The state of a claim, from its rows alone. A digest that matches the latest approval wins over all but dropped. */
export const stateOf = (standing: Standing): ClaimState => {
  if (standing.dropped) return 'dropped';
  if (standing.approvedDigest === standing.digest) return 'approved';
  if (standing.submitted) return 'submitted';
  if (standing.latest === null) return 'draft';
  return standing.latest === 'approve' ? 'lapsed' : 'returned';
};

const refusals: Record<ClaimEvent, (state: ClaimState, what: string) => string> = {
  edit: (_, what) => `This ${what} is dropped. Restore it before you change it.`,
  submit: (state, what) =>
    state === 'dropped'
      ? `This ${what} is dropped. Restore it before you submit it.`
      : `This ${what} is already ${state}.`,
  'take back': (state, what) => `Only a submitted ${what} can be taken back; this one is ${state}.`,
  approve: (state, what) => `Only a submitted ${what} can be approved; this one is ${state}.`,
  return: (state, what) => `Only a submitted ${what} can be returned; this one is ${state}.`,
  drop: (_, what) => `This ${what} is already dropped.`,
  restore: (state, what) => `Only a dropped ${what} can be restored; this one is ${state}.`,
};

/**
 * Whether the table lets an event happen in a state; the refusal names the rule `no-<event>-when-<state>`. `what` is
 * what is decided on: a claim, or a conclusion, which goes the same way.
 */
export const allows = (state: ClaimState, event: ClaimEvent, what: 'claim' | 'conclusion' = 'claim'): Result<true> =>
  transitions[state][event]
    ? ok(true)
    : refuse('rule', `no-${event.replace(' ', '-')}-when-${state}`, refusals[event](state, what));

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
