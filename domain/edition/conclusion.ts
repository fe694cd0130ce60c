import { conclusionKey } from '../conclusion';
import type { ClaimState } from '../workflow';
import { type Check, holds, notes } from './check';
import type { EditionClaim } from './payload';

/** The latest approval of a conclusion: what was decided on, and on whose word. */
export type ConclusionApproval = {
  text: string;
  digest: string;
  /** ids of the people who had contributed */
  contributors: string[];
  /** id of the editor */
  approvedBy: string;
  approvedAt: string;
  overrideReason: string | null;
};

/** The conclusion as far as publishing is concerned. */
export type ConclusionCandidate = { state: ClaimState; text: string; approval: ConclusionApproval | null };

/** What becomes of a conclusion in the next edition. */
export const conclusionFates = ['none', 'goes-out', 'as-last-approved', 'stays-out', 'not-approved'] as const;
export type ConclusionFate = (typeof conclusionFates)[number];

export type Concluding = { fate: ConclusionFate; approval: ConclusionApproval | null };

/** The words of a conclusion that goes out are those that were approved; of one that does not, none. */
export function concluding(conclusion: ConclusionCandidate | null, asLastApproved: readonly string[]): Concluding {
  if (!conclusion) return { fate: 'none', approval: null };
  const { state, text, approval } = conclusion;
  if (!approval) return { fate: text.trim() ? 'not-approved' : 'none', approval: null };
  if (state === 'approved') return { fate: 'goes-out', approval };
  return asLastApproved.includes(conclusionKey)
    ? { fate: 'as-last-approved', approval }
    : { fate: 'stays-out', approval: null };
}

const lines: Record<Exclude<ConclusionFate, 'none'>, Check> = {
  'goes-out': holds('conclusion', 'The conclusion is approved and goes out.'),
  'as-last-approved': notes('conclusion', 'The conclusion goes out as last approved, without what changed since.'),
  'stays-out': notes('conclusion', 'The conclusion changed since it was approved, and stays out.'),
  'not-approved': notes('conclusion', 'The conclusion is not approved yet, and stays out.'),
};

const list = new Intl.ListFormat('en-GB');

/** Whether a conclusion goes out, and which claims it cannot have summed up: those approved after it. */
export function onConclusion({ fate, approval }: Concluding, claims: readonly EditionClaim[]): Check[] {
  if (fate === 'none') return [];
  const since = approval
    ? claims.filter(({ approvedAt }) => approvedAt > approval.approvedAt).map(({ k }) => `${k}`)
    : [];
  if (since.length === 0) return [lines[fate]];
  const named = since.length === 1 ? `Claim ${since[0]} was` : `Claims ${list.format(since)} were`;
  return [
    lines[fate],
    notes('conclusion-older', `${named} approved after the conclusion. See whether it still says what was found.`),
  ];
}
