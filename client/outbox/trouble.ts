import type { Claim } from '@/domain/claim';
import type { Problem } from '@/domain/result';
import { conflictsOf, dependsOn, fieldsOf } from './base';
import { type Change, does, newKey, passedTo, type Trouble, type Write } from './change';
import { type Editing, edits, join, lessFields, onlyFields, pickBase, sharedFields } from './editing';
import { laneOf, put, type Queue, replace, without } from './lanes';

type Making = Extract<Write, { do: 'create' }>;
type Fitted = { queue: Queue; change: Change<Editing> | null };

/**
 * Fits a newer edit to what is set aside: a field in conflict takes the newer value in; a refused value gives way to
 * the newer one, which is sent afresh. `change` is what is left to be sent.
 */
export function intoTrouble(queue: Queue, change: Change<Editing>): Fitted {
  return laneOf(queue, change.claimId).reduce<Fitted>(fit, { queue, change });
}

function fit({ queue, change }: Fitted, aside: Change): Fitted {
  if (change && does(change, 'edit') && does(aside, 'create') && aside.trouble?.kind === 'refused')
    return { queue: put(queue, [intoRefused(aside, change, aside.trouble.problems)]), change: null };
  if (!change || !aside.trouble || !edits(aside) || aside.id === change.id) return { queue, change };
  const shared = sharedFields(aside, change);
  if (shared.length === 0) return { queue, change };
  if (aside.trouble.kind === 'conflict') {
    const taken = join(aside, onlyFields(change, shared)!);
    return {
      queue: put(queue, [passedTo(change.tab, { ...taken, base: aside.base })]),
      change: lessFields(change, shared),
    };
  }
  const left = lessFields(aside, shared);
  const base = { ...change.base, ...pickBase(aside.base, shared) };
  return {
    queue: left ? put(queue, [passedTo(change.tab, left)]) : without(queue, aside.id),
    change: { ...change, base },
  };
}

/** A claim that could not be made takes in what is typed into it, and goes out anew once what was refused is mended. */
function intoRefused(aside: Change<Making>, { write, due, tab }: Change<Editing>, problems: Problem[]): Change {
  const joined = { ...aside, write: { ...aside.write, claim: { ...aside.write.claim, ...write.fields } } };
  const isMended = fieldsOf(write.fields).some(blamedBy(problems));
  return passedTo(tab, isMended ? afresh(joined, due) : joined);
}

/** The fields that say where a claim stands in a revision of the article. */
const ofText = ['anchor', 'alsoAt', 'about'];

function blamedBy(problems: Problem[]): (name: string) => boolean {
  const blamed = new Set(problems.map(({ pointer }) => pointer?.split('/')[1]));
  return (name) => blamed.has(name) || (blamed.has('revision') && ofText.includes(name));
}

/** Sets a change aside as refused. Where only some fields of an edit are to blame, the others go on by themselves. */
export function refuse(queue: Queue, id: string, status: number, problems: Problem[]): Queue {
  const change = queue.find((each) => each.id === id);
  if (!change) return queue;
  const names = edits(change) ? fieldsOf(change.write.fields).filter(blamedBy(problems)) : [];
  return setAside(queue, change, names, { kind: 'refused', status, problems });
}

/** Sets aside what of a change is in conflict with the claim as it is now; the rest goes on by itself. */
export function clash(queue: Queue, id: string, theirs: Claim): Queue {
  const change = queue.find((each) => each.id === id);
  return change ? setAside(queue, change, conflictsOf(change, theirs), { kind: 'conflict', theirs }) : queue;
}

function setAside(queue: Queue, change: Change, names: string[], trouble: Trouble): Queue {
  const whole = { ...change, sent: null, trouble };
  if (!edits(change)) return withLaterEdits(put(queue, [whole]), change);
  const aside = onlyFields(change, names);
  const rest = lessFields(change, names);
  if (!aside || !rest) return withLaterEdits(put(queue, [whole]), change);
  const split = [
    { ...aside, sent: null, trouble },
    { ...rest, sent: null, id: `${change.id}+` },
  ];
  return withLaterEdits(put(queue, split), change);
}

/** What the same tab typed into a field after the change that is now set aside belongs to it. */
function withLaterEdits(queue: Queue, aside: Change): Queue {
  const later = laneOf(queue, aside.claimId).filter(
    (each) => each.id > aside.id && each.tab === aside.tab && !each.trouble,
  );
  return later.filter(edits).reduce((rest, each) => {
    const fitted = intoTrouble(rest, each);
    if (fitted.change === each) return rest;
    return fitted.change ? put(fitted.queue, [fitted.change]) : without(fitted.queue, each.id);
  }, queue);
}

/** How a person settles a conflict: by field, whose value stands. An act stands or falls as a whole, by any name. */
export type Choice = { [name: string]: 'mine' | 'theirs' };

/** Ends a conflict as the person chose. What is theirs is taken out; what is mine is sent, now on their version. */
export function resolve(queue: Queue, id: string, choice: Choice, now: number): Queue {
  const change = queue.find((each) => each.id === id);
  if (change?.trouble?.kind !== 'conflict') return queue;
  const { theirs } = change.trouble;
  const given = Object.keys(choice).filter((name) => choice[name] === 'theirs');
  const kept = edits(change) ? lessFields(change, given) : given.length > 0 ? null : change;
  if (!kept) return without(queue, id);
  const write = onVersion(kept.write, theirs);
  return put(queue, [afresh({ ...kept, write, base: dependsOn(write, theirs) }, now)]);
}

const onVersion = (write: Write, theirs: Claim): Write =>
  write.do === 'decide' ? { ...write, decision: { ...write.decision, digest: theirs.digest } } : write;

/** Sends a refused change once more, as it is or with what the person made of it. */
export const retry = (queue: Queue, id: string, now: number, write?: Write): Queue =>
  replace(queue, id, (change) => afresh({ ...change, write: write ?? change.write }, now));

const afresh = (change: Change, now: number): Change => ({
  ...change,
  key: newKey(),
  trouble: null,
  sent: null,
  due: now,
});

/** Takes a change out for good; with the making of a claim, or of evidence, everything that was done to it. */
export function discard(queue: Queue, id: string): Queue {
  const change = queue.find((each) => each.id === id);
  if (!change) return queue;
  if (does(change, 'create')) return queue.filter(({ claimId }) => claimId !== change.claimId);
  if (!does(change, 'add evidence')) return without(queue, id);
  const { evidenceId } = change.write;
  return queue.filter(({ write }) => !('evidenceId' in write) || write.evidenceId !== evidenceId);
}
