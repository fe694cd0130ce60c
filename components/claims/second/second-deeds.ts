import { type Answer, call, sentencesOf } from '@/client/call';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { Adjudicate, FileSecondVerdict } from '@/domain/contract/second-verdicts';
import { mayDo } from '@/domain/permission';
import type { Problem } from '@/domain/result';
import { secondStateOf } from '@/domain/second-verdict';
import { toast } from '../../ui/announcer';
import { confirm } from '../../ui/confirm';
import { createStore } from '../../ui/store';
import type { Numbered } from '../claim-order';
import type { Checking } from '../under-check';

/** Which dialog about the open claim's second verdict is open. */
export const secondDialog = createStore<'ask' | 'adjudicate' | null>(null);

export const isBlind = ({ secondVerdict }: Claim): boolean => secondVerdict?.blind ?? false;

/** Whether somebody may ask for a second verdict on a claim now, or assign the one that was drawn. */
export const mayAsk = ({ me }: Checking, { state, k, verdict, secondVerdict }: Claim): boolean =>
  mayDo(me.role, 'decide') &&
  state !== 'dropped' &&
  k === null &&
  verdict !== null &&
  (secondVerdict === null || (secondVerdict.reviewer === null && secondVerdict.filed === null));

export const mayTake = ({ me }: Pick<Checking, 'me'>, { state, contributors, secondVerdict }: Claim): boolean =>
  mayDo(me.role, 'annotate') &&
  state !== 'dropped' &&
  secondVerdict?.drawn === 'share' &&
  secondVerdict.reviewer === null &&
  !contributors.includes(me.id);

export const mayAdjudicate = ({ me }: Checking, { state, contributors, secondVerdict }: Claim): boolean =>
  mayDo(me.role, 'decide') &&
  state !== 'dropped' &&
  secondVerdict !== null &&
  secondStateOf(secondVerdict) === 'differs' &&
  !contributors.includes(me.id);

export const mayWithdraw = ({ me }: Checking, { secondVerdict }: Claim): boolean =>
  mayDo(me.role, 'decide') && secondVerdict !== null && secondVerdict.filed === null && !secondVerdict.blind;

const silence: Problem = { rule: 'offline', message: 'The server does not answer. What you wrote is kept; try again.' };

/** What a refusal says; null where it was stored, and the workspace knows the claim as it is now. */
function taken({ workspace }: Checking, answer: Answer<Claim>): readonly Problem[] | null {
  if (answer.ok) {
    workspace.outbox.learn([answer.value]);
    return null;
  }
  if (answer.offline) return [silence];
  const current = answer.problem.current as Claim | undefined;
  if (answer.status === 412 && current) workspace.outbox.learn([current]);
  return answer.problem.problems ?? [{ rule: 'refused', message: sentencesOf(answer.problem).join(' ') }];
}

const tell = (problems: readonly Problem[] | null, done: string): boolean => {
  toast(problems ? { kind: 'danger', text: problems.map(({ message }) => message).join(' ') } : { text: done });
  return problems === null;
};

/** The entity tag of the claim as this browser was last shown it. */
const tagOf = ({ workspace }: Checking, claim: Claim): string =>
  etagOf(workspace.outbox.state().known.get(claim.id) ?? claim);

export async function ask(checking: Checking, { id }: Claim, reviewer: string): Promise<readonly Problem[] | null> {
  return taken(checking, await call('askSecondVerdict', { params: { id }, body: { reviewer } }));
}

/** Takes the second verdict that was drawn; from then on one is blind to the first. */
export async function take(checking: Checking, { entry: { claim }, number }: Numbered): Promise<void> {
  const sure = await confirm({
    title: `Take the second verdict on claim ${number}?`,
    body: 'Only if you have not read what was found so far. From now on you do not see it until you have filed your own.',
    action: 'Take it',
  });
  if (!sure) return;
  const answer = await call('takeSecondVerdict', { params: { id: claim.id } });
  tell(taken(checking, answer), `The second verdict on claim ${number} is yours to give.`);
}

/** Files one's verdict against the claim as one was shown it; what is wrong with it, if anything. */
export async function file(checking: Checking, claim: Claim, body: FileSecondVerdict) {
  const ifMatch = tagOf(checking, claim);
  return taken(checking, await call('fileSecondVerdict', { params: { id: claim.id }, ifMatch, body }));
}

/** An editor withdraws what was asked, or who was asked declines it. True when done. */
export async function withdraw(checking: Checking, { entry: { claim }, number }: Numbered): Promise<boolean> {
  const declines = isBlind(claim);
  const sure = await confirm({
    title: declines
      ? `Decline the second verdict on claim ${number}?`
      : `Withdraw the second verdict on claim ${number}?`,
    body: declines
      ? 'You see the first verdict then, so nobody can ask you for this one again.'
      : 'Whoever was asked sees the first verdict then. What they wrote and did not file stays in their browser alone.',
    action: declines ? 'Decline it' : 'Withdraw it',
    danger: true,
  });
  if (!sure) return false;
  const answer = await call('withdrawSecondVerdict', { params: { id: claim.id }, ifMatch: tagOf(checking, claim) });
  return tell(taken(checking, answer), declines ? 'You declined it.' : 'It is withdrawn.');
}

export async function adjudicate(checking: Checking, claim: Claim, body: Adjudicate) {
  return taken(checking, await call('adjudicate', { params: { id: claim.id }, ifMatch: tagOf(checking, claim), body }));
}
