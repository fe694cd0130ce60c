import { statementFrom } from '@/client/workspace/draft';
import type { Claim } from '@/domain/claim';
import type { Problem } from '@/domain/result';
import { allows, missingForSubmission } from '@/domain/workflow';
import { somethingBlocks, unmetStandards } from '../standards/unmet';
import { toast } from '../ui/announcer';
import { askReason, confirm } from '../ui/confirm';
import type { Numbered } from './claim-order';
import { deciding, mayDropClaim } from './claim-rights';
import { askReturn } from './questions';
import { type Checking, nameOf } from './under-check';

/**
 * Resolves once a menu or question that was just answered has given the focus back to where it was: what wants the
 * focus for itself asks for it after that.
 */
export const focusIsBack = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

/** The parts of a claim's panel that can be asked for. */
export type PanelField = 'panel' | 'statement' | 'verdict' | 'evidence' | 'rationale' | 'discussion';

/** Why this person cannot decide so on this claim now, in a sentence; null when they can. */
export function refusalToDecide({ me, desk }: Checking, claim: Claim, outcome: 'approve' | 'return'): string | null {
  const allowed = allows(claim.state, outcome);
  if (!allowed.ok) return allowed.refusal.problems[0]!.message;
  const may = deciding(claim, me, desk);
  if (may === 'no') return 'Only editors and administrators approve or return claims.';
  const theirs = may === 'yes' || (may === 'override' && outcome === 'approve');
  return theirs ? null : 'You contributed to this claim, so another editor decides on it.';
}

/** Whether a claim still says just what was prefilled, so that somebody should ask whether it stands alone. */
export function isUntouched({ statement, quotes, about }: Claim, title: string): boolean {
  const given = about === 'headline' ? title : quotes[0];
  return given !== undefined && statement.trim() === statementFrom(given).trim();
}

export const missing = ({ article }: Checking, claim: Claim): Problem[] => missingForSubmission(claim, article.scale);

/** The field that a problem of submission points at. */
export const fieldOf = ({ pointer }: Problem): PanelField => (pointer?.slice(1) ?? 'panel') as PanelField;

/** Where the focus belongs after an attempt to submit, and whether a question had taken it. */
type Submitted = { field: PanelField; asked: boolean };

/** Submits a claim, or leads to what it still wants. */
export async function submit(checking: Checking, { entry, number }: Numbered): Promise<Submitted> {
  const { workspace, article } = checking;
  const { claim, key } = entry;
  const allowed = allows(claim.state, 'submit');
  const problems = allowed.ok ? missing(checking, claim) : allowed.refusal.problems;
  const [first] = problems.length === 0 && somethingBlocks(checking) ? await unmetStandards(checking, claim) : problems;
  if (first) {
    toast({ text: first.message });
    return { field: fieldOf(first), asked: false };
  }
  const asked = isUntouched(claim, article.title);
  if (asked && !(await confirmStandsAlone(claim))) return { field: 'statement', asked };
  workspace.submit(key);
  toast({
    text: `Claim ${number} is submitted to the editors.`,
    action: { label: 'Take back', run: () => workspace.takeBack(key) },
  });
  return { field: 'panel', asked };
}

const confirmStandsAlone = ({ statement }: Claim): Promise<boolean> =>
  confirm({
    title: 'Does it stand alone?',
    body: `The statement is still the quote: “${statement}” Would somebody who has not read the article know who and what is meant?`,
    action: 'It stands alone: submit',
    cancel: 'Change it',
  });

export function takeBack({ workspace }: Checking, { entry, number }: Numbered): void {
  workspace.takeBack(entry.key);
  toast({ text: `Claim ${number} is taken back.` });
}

/** Says why nothing was done. */
const told = (text: string): false => {
  toast({ text });
  return false;
};

/** Approves the claim as it stands; an administrator who contributed to it is asked for the reason. True when done. */
export async function approve(checking: Checking, { entry: { claim, key }, number }: Numbered): Promise<boolean> {
  const refusal = refusalToDecide(checking, claim, 'approve');
  if (refusal) return told(refusal);
  if (somethingBlocks(checking)) {
    const [first] = await unmetStandards(checking, claim);
    if (first) return told(first.message);
  }
  const { digest } = claim;
  if (deciding(claim, checking.me, checking.desk) === 'yes')
    checking.workspace.decide(key, { outcome: 'approve', digest });
  else {
    const reason = await askReason({
      title: `Approve claim ${number}, to which you contributed?`,
      body: 'This overrides the rule of two people. Your reason is logged and shown on the record of the edition, where a second person can confirm the approval.',
      action: 'Approve with override',
      danger: true,
      reason: { label: 'Reason for the override', max: 2000, name: `${nameOf(checking, claim)}.override` },
    });
    if (reason === null) return false;
    checking.workspace.decide(key, { outcome: 'approve', digest, override: { reason } });
  }
  toast({ text: `Claim ${number} is approved.` });
  return true;
}

/** Returns the claim with a note that says why, and with other words if there are some. True when done. */
export async function sendBack(checking: Checking, { entry: { claim, key }, number }: Numbered): Promise<boolean> {
  const refusal = refusalToDecide(checking, claim, 'return');
  if (refusal) return told(refusal);
  const given = await askReturn({ claim, number, name: `${nameOf(checking, claim)}.return` });
  if (given === null) return false;
  checking.workspace.decide(key, { outcome: 'return', digest: claim.digest, ...given });
  toast({ text: `Claim ${number} is returned.` });
  return true;
}

/** Drops the claim, for a reason. It stays in the list of dropped claims and can be restored. */
export async function drop(checking: Checking, { entry: { claim, key }, number }: Numbered): Promise<boolean> {
  const { workspace, me } = checking;
  if (!mayDropClaim(claim, me)) return told('You can drop the claims that you made; ask an editor for this one.');
  const reason = await askReason({
    title: `Drop claim ${number}?`,
    body: 'It leaves the margin and no edition takes it. It can be restored from the list at the end.',
    action: 'Drop the claim',
    danger: true,
    reason: {
      label: 'Reason',
      hint: 'For the desk only: a duplicate, not a claim, out of scope.',
      max: 2000,
      name: `${nameOf(checking, claim)}.drop`,
    },
  });
  if (reason === null) return false;
  workspace.drop(key, reason);
  toast({
    text: `Claim ${number} is dropped.`,
    action: { label: 'Restore', run: () => workspace.restore(key) },
  });
  return true;
}
