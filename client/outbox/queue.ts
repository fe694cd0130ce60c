import type { Claim } from '@/domain/claim';
import type { Evidence } from '@/domain/evidence';
import { dependsOn, saysTheSame, valuesOf } from './base';
import { type Change, does, isAct, isTemporary } from './change';
import { edits, isNothing, join, pickBase, sameThing } from './editing';
import { laneOf, lanes, put, type Queue, replace, without } from './lanes';
import { intoTrouble } from './trouble';

/** Makes everything due now, or what is done to one claim. */
export const flush = (queue: Queue, now: number, claimId?: string): Queue =>
  queue.map((change) =>
    change.due > now && (claimId ?? change.claimId) === change.claimId ? { ...change, due: now } : change,
  );

/**
 * Takes a new change in. An edit joins the edit before it, as long as that was not sent: its values replace those typed
 * before, and what ends where it began is no change. Both go by the id of the later: should the claim turn out to be one
 * that was also edited under another id, what was typed last stands last. Values typed for a field that is set aside replace those set aside.
 * Anything but an edit sends off what was typed before it.
 */
export function enqueue(queue: Queue, change: Change): Queue {
  if (!edits(change)) return put(flush(queue, change.due, change.claimId), [change]);
  const { queue: rest, change: kept } = intoTrouble(queue, change);
  if (!kept) return rest;
  const last = laneOf(rest, change.claimId).findLast((each) => !each.trouble);
  const joins = last && edits(last) && !last.sent && last.tab === kept.tab && sameThing(last.write, kept.write);
  if (!joins) return isNothing(kept) ? rest : put(rest, [kept]);
  const joined = { ...join(last, kept), id: kept.id, term: kept.term };
  const others = without(rest, last.id);
  return isNothing(joined) ? others : put(others, [joined]);
}

/** Says, before it is sent, that a change was; from now on it is repeated to the letter until there is an answer. */
export const markSent = (queue: Queue, id: string, ifMatch: string | null): Queue =>
  replace(queue, id, (change) => ({ ...change, sent: { ifMatch } }));

/** The server surely did not do it: it may be changed and sent on another version. */
export const unsend = (queue: Queue, id: string): Queue => replace(queue, id, (change) => ({ ...change, sent: null }));

/** What an acknowledged change found and left behind: the claim before and after it, and a new piece of evidence. */
export type Outcome = { before: Claim | null; claim: Claim; evidence?: Evidence };

/**
 * Takes an acknowledged change out, as it was sent; later changes of the claim now stand on what it left, under its
 * real ids. So does what became of the change itself if another tab typed into it meanwhile.
 */
export function acknowledge(queue: Queue, done: Change, outcome: Outcome): Queue {
  const names = new Map([[done.claimId, outcome.claim.id]]);
  if (does(done, 'add evidence') && outcome.evidence) names.set(done.write.evidenceId, outcome.evidence.id);
  const left = renamed(done, names);
  const others = queue.filter(({ id, key }) => id !== done.id || key !== done.key);
  return others.map((change) =>
    change.claimId === done.claimId ? standOn(renamed(change, names), left, outcome) : change,
  );
}

const renamed = (change: Change, names: ReadonlyMap<string, string>): Change => {
  const claimId = names.get(change.claimId) ?? change.claimId;
  if (!('evidenceId' in change.write)) return { ...change, claimId };
  const evidenceId = names.get(change.write.evidenceId) ?? change.write.evidenceId;
  return { ...change, claimId, write: { ...change.write, evidenceId } };
};

/** Moves the base of a later change along for what the acknowledged one wrote, and for no more. */
function standOn(later: Change, done: Change, { before, claim }: Outcome): Change {
  if (later.id < done.id) return later;
  const now = dependsOn(later.write, claim);
  const moved = Object.keys(later.base).filter((name) => name in now && movedBy(name, later, done, before, claim));
  return moved.length === 0 ? later : { ...later, base: { ...later.base, ...pickBase(now, moved) } };
}

function movedBy(name: string, later: Change, done: Change, before: Claim | null, claim: Claim): boolean {
  if (does(done, 'create')) return true;
  if (name === 'content' || name === 'standing') return wasSeen(name, later, before, claim);
  // of an act that stands for some fields, what was in view when it was done moves along
  if (isAct(later.write) && before) return saysTheSame(name, later.base[name], dependsOn(later.write, before)[name]);
  if (does(done, 'edit')) return does(later, 'edit') && name in valuesOf(done.write);
  if (!('evidenceId' in done.write && 'evidenceId' in later.write)) return false;
  if (done.write.evidenceId !== later.write.evidenceId) return false;
  return !does(done, 'edit evidence') || !does(later, 'edit evidence') || name in valuesOf(done.write);
}

/** An act stands for what its person saw and typed. What somebody else changed in between it does not stand for. */
function wasSeen(name: 'content' | 'standing', act: Change, before: Claim | null, claim: Claim): boolean {
  if (!before) return true;
  const found = dependsOn(act.write, before)[name];
  const same = (other: unknown) => saysTheSame(name, found, other);
  // the same after as before: the change had been done already, and only its answer was lost
  return same(act.base[name]) || same(dependsOn(act.write, claim)[name]);
}

/**
 * The changes of a claim that will go out, in order: those set aside do not, nor do the acts behind them, nor anything
 * that is done to a claim or evidence which could not be made.
 */
export function goingOut(lane: Queue): Queue {
  let troubled = false;
  const unmade = new Set<string>();
  return lane.filter((change) => {
    const onUnmade =
      unmade.has(change.claimId) || ('evidenceId' in change.write && unmade.has(change.write.evidenceId));
    if (!change.trouble && !onUnmade && !(troubled && isAct(change.write))) return true;
    troubled = true;
    if (does(change, 'create')) unmade.add(change.claimId);
    if (does(change, 'add evidence')) unmade.add(change.write.evidenceId);
    return false;
  });
}

/** The next change of each claim to be sent, due or not. */
export const heads = (queue: Queue): Change[] =>
  [...lanes(queue).values()].flatMap((lane) => {
    const head = goingOut(lane)[0];
    return head && (does(head, 'create') || !isTemporary(head.claimId)) ? [head] : [];
  });
