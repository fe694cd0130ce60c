import { type Conclusion, missingFromConclusion } from '@/domain/conclusion';
import type { Desk, Person } from '@/domain/person';
import { allows } from '@/domain/workflow';
import { deciding } from '../claims/claim-rights';
import { toast } from '../ui/announcer';
import { askReason } from '../ui/confirm';
import type { ConclusionAtHand } from './use-conclusion';

export type Who = { me: Person; desk: Pick<Desk, 'size'> };

/** Why this person cannot decide so on the conclusion now, in a sentence; null when they can. */
export function refusalToConclude(
  standing: Conclusion,
  { me, desk }: Who,
  outcome: 'approve' | 'return',
): string | null {
  const allowed = allows(standing.state, outcome, 'conclusion');
  if (!allowed.ok) return allowed.refusal.problems[0]!.message;
  const may = deciding(standing, me, desk);
  if (may === 'no') return 'Only editors and administrators approve or return a conclusion.';
  const theirs = may === 'yes' || (may === 'override' && outcome === 'approve');
  return theirs ? null : 'You contributed to this conclusion, so another editor decides on it.';
}

const told = (text: string): false => {
  toast({ text });
  return false;
};

const nameOf = ({ articleId }: Conclusion, { me }: Who, what: string) =>
  `stet.conclusion.${me.id}.${articleId}.${what}`;

/** Submits the conclusion, or says what it still wants. */
export async function submitConclusion({ text, writing }: ConclusionAtHand): Promise<boolean> {
  const [missing] = missingFromConclusion(text);
  if (missing) return told(missing.message);
  const done = await writing.submit();
  if (done) toast({ text: 'The conclusion is submitted to the editors.' });
  return done;
}

/** Approves the conclusion as it stands; an administrator who contributed to it is asked for the reason. True when done. */
export async function approveConclusion({ standing, writing }: ConclusionAtHand, who: Who): Promise<boolean> {
  const refusal = refusalToConclude(standing, who, 'approve');
  if (refusal) return told(refusal);
  const override = deciding(standing, who.me, who.desk) === 'override';
  const reason = override ? await askOverride(standing, who) : null;
  if (override && reason === null) return false;
  const done = await writing.decide({ outcome: 'approve', ...(reason === null ? {} : { override: { reason } }) });
  if (done) toast({ text: 'The conclusion is approved.' });
  return done;
}

const askOverride = (standing: Conclusion, who: Who): Promise<string | null> =>
  askReason({
    title: 'Approve the conclusion, to which you contributed?',
    body: 'This overrides the rule of two people. Your reason is logged and shown on the record of the edition.',
    action: 'Approve with override',
    danger: true,
    reason: { label: 'Reason for the override', max: 2000, name: nameOf(standing, who, 'override') },
  });

/** Returns the conclusion with a note that says why. True when done. */
export async function returnConclusion({ standing, writing }: ConclusionAtHand, who: Who): Promise<boolean> {
  const refusal = refusalToConclude(standing, who, 'return');
  if (refusal) return told(refusal);
  const note = await askReason({
    title: 'Return the conclusion?',
    body: 'It goes back to whoever works on it, with your note.',
    action: 'Return it',
    reason: { label: 'What should change', max: 5000, name: nameOf(standing, who, 'return') },
  });
  if (note === null) return false;
  const done = await writing.decide({ outcome: 'return', note });
  if (done) toast({ text: 'The conclusion is returned.' });
  return done;
}
