import { duenessOf } from './due';
import type { DeskSize } from './person';
import type { SecondState, SecondVerdict } from './second-verdict';
import type { Unsettled } from './settling';
import type { ClaimState } from './workflow';

/** What is known of a claim that may wait for somebody. */
export type WaitingClaim = {
  state: ClaimState;
  createdBy: string;
  contributors: readonly string[];
  assignee: string | null;
  assignedBy: string | null;
  assignedAt: string | null;
  submittedBy: string | null;
  submittedAt: string | null;
  updatedAt: string;
  unsettled: Unsettled | null;
  /** when the deadline of somebody asked for a reply passed without one, the earliest */
  replyOverdue: string | null;
  /** the second verdict that was asked for: who gives it, and how far it is */
  second: (Pick<SecondVerdict, 'drawn' | 'askedBy' | 'askedAt' | 'reviewer'> & { state: SecondState }) | null;
  /** the latest decision */
  decision: { note: string | null; by: string; at: string } | null;
};

/** For whom it may wait, and whether they decide on claims. */
export type WaitingFor = { me: string; decides: boolean; size: DeskSize };

/** Why something waits; `at` is since when. */
export type WaitingReason =
  | { kind: 'lost' | 'changed'; at: string; revision: number }
  | { kind: 'returned'; at: string; by: string; note: string | null }
  | { kind: 'submitted'; at: string; by: string | null }
  | { kind: 'lapsed'; at: string }
  | { kind: 'second-verdict'; at: string; by: string | null }
  | { kind: 'adjudication'; at: string }
  | { kind: 'second-verdict-drawn'; at: string }
  | { kind: 'reply-due'; at: string }
  | { kind: 'assigned'; at: string; by: string | null }
  | { kind: 'changed-at-address'; at: string }
  | { kind: 'edition-failed'; at: string; number: number; problem: string | null }
  | { kind: 'conclusion-submitted'; at: string; by: string | null }
  | { kind: 'conclusion-returned'; at: string; by: string | null; note: string | null }
  | { kind: 'conclusion-lapsed'; at: string };

/** Finds one reason for a claim to wait for somebody, or none. */
export type ReasonBuilder = (claim: WaitingClaim, whom: WaitingFor) => WaitingReason | null;

const isTheirs = ({ createdBy, assignee }: WaitingClaim, { me }: WaitingFor): boolean =>
  createdBy === me || assignee === me;

const unsettled: ReasonBuilder = (claim, whom) => {
  const concerns = whom.decides || claim.assignee === whom.me || claim.contributors.includes(whom.me);
  if (!claim.unsettled || !concerns) return null;
  const { state: kind, revision } = claim.unsettled;
  return { kind, revision, at: claim.updatedAt };
};

const returned: ReasonBuilder = (claim, whom) =>
  claim.state === 'returned' && claim.decision && isTheirs(claim, whom)
    ? { kind: 'returned', at: claim.decision.at, by: claim.decision.by, note: claim.decision.note }
    : null;

/** Nobody decides on their own work, unless the desk is of one person. */
const submitted: ReasonBuilder = (claim, { me, decides, size }) =>
  claim.state === 'submitted' && decides && (size === 'one' || !claim.contributors.includes(me))
    ? { kind: 'submitted', at: claim.submittedAt ?? claim.updatedAt, by: claim.submittedBy }
    : null;

const lapsed: ReasonBuilder = (claim, whom) =>
  claim.state === 'lapsed' && isTheirs(claim, whom) ? { kind: 'lapsed', at: claim.updatedAt } : null;

/** A claim that is with the editors, or approved, waits for nobody's reply. */
const replyDue: ReasonBuilder = ({ state, assignee, contributors, replyOverdue }, { me }) => {
  const open = state === 'draft' || state === 'returned' || state === 'lapsed';
  const theirs = assignee === me || contributors.includes(me);
  return open && theirs && replyOverdue !== null ? { kind: 'reply-due', at: replyOverdue } : null;
};

const assigned: ReasonBuilder = (claim, { me }) =>
  claim.state === 'draft' && claim.assignee === me
    ? { kind: 'assigned', at: claim.assignedAt ?? claim.updatedAt, by: claim.assignedBy }
    : null;

const secondVerdict: ReasonBuilder = ({ state, second }, { me }) =>
  state !== 'dropped' && second?.state === 'asked' && second.reviewer === me
    ? { kind: 'second-verdict', at: second.askedAt, by: second.askedBy }
    : null;

/** Nobody adjudicates between verdicts of which one is theirs. */
const adjudication: ReasonBuilder = ({ state, second, contributors, updatedAt }, { me, decides }) =>
  state !== 'dropped' && decides && second?.state === 'differs' && !contributors.includes(me)
    ? { kind: 'adjudication', at: updatedAt }
    : null;

/** Drawn by the policy and nobody's yet: editors assign it, and of those drawn for the share others may take one. */
const secondVerdictDrawn: ReasonBuilder = ({ state, second, contributors }, { me, decides }) => {
  if (state === 'dropped' || second?.state !== 'asked' || second.reviewer !== null) return null;
  const theirs = decides || (second.drawn === 'share' && !contributors.includes(me));
  return theirs ? { kind: 'second-verdict-drawn', at: second.askedAt } : null;
};

/**
 * Every reason for which a claim may wait, the most pressing first: what the article does not say any more, then what
 * somebody asked of this person, before what they may choose to do. Whoever adds one appends it here, with its kind
 * above, its words in `components/desk/waiting-words.ts` (the compiler asks for them) and, where the claims it speaks
 * of would not be found, a condition in `db/desk/waiting.ts`.
 */
export const reasonBuilders: readonly ReasonBuilder[] = [
  unsettled,
  returned,
  adjudication,
  submitted,
  replyDue,
  lapsed,
  assigned,
  secondVerdictDrawn,
];

/**
 * Why a claim waits for somebody, the most pressing reason first; none when it does not. Of a claim that is theirs to
 * judge independently nothing else is theirs to do.
 */
export function reasonsOf(claim: WaitingClaim, whom: WaitingFor): WaitingReason[] {
  const own = secondVerdict(claim, whom);
  return own ? [own] : reasonBuilders.flatMap((build) => build(claim, whom) ?? []);
}

const kinds: readonly WaitingReason['kind'][] = [
  'edition-failed',
  'changed-at-address',
  // somebody waits for it, and nothing else of its claim is theirs to do
  'second-verdict',
  'lost',
  'changed',
  'returned',
  'adjudication',
  'submitted',
  'reply-due',
  'lapsed',
  'assigned',
  'second-verdict-drawn',
  // they sum up claims
  'conclusion-returned',
  'conclusion-submitted',
  'conclusion-lapsed',
];
const dueness = { overdue: 0, soon: 1, later: 2, never: 2 } as const;

/** Something that waits for a person: a claim, an article that is theirs, or a text found at an article's address. */
export type WaitingItem = {
  id: string;
  articleId: string;
  articleTitle: string;
  claimId: string | null;
  /** what it states, or its headline */
  label: string;
  /** of a claim */
  state: ClaimState | null;
  dueAt: string | null;
  /** the most pressing first */
  reasons: [WaitingReason, ...WaitingReason[]];
};

/** `more`: of some kind there is more than was looked through, which comes up as the first of it is done. */
export type Waiting = { items: WaitingItem[]; total: number; more: boolean };

type Urgent = { dueAt: string | null; reasons: readonly WaitingReason[] };

/**
 * What waits, by urgency, then age: overdue, due soon, then by its reason, what is due at some time and the oldest
 * first. `now` in milliseconds.
 */
export function byUrgency<T extends Urgent>(items: readonly T[], now: number): T[] {
  const ranked = items.map((item) => {
    const [first] = item.reasons;
    const reason = first ? kinds.indexOf(first.kind) : kinds.length;
    const rank = dueness[duenessOf(item.dueAt, now)] * kinds.length * 2 + reason;
    // of two that press alike, what is due at some time comes before what is due at none
    return { item, rank, age: `${item.dueAt ?? '9'} ${first?.at}` };
  });
  ranked.sort((a, b) => a.rank - b.rank || (a.age < b.age ? -1 : a.age > b.age ? 1 : 0));
  return ranked.map(({ item }) => item);
}
