import type { Claim } from '@/domain/claim';
import type { ClaimPatch, EvidencePatch } from '@/domain/contract/claims';
import type { Evidence } from '@/domain/evidence';
import { fieldsOf } from '../outbox/base';
import type { Write } from '../outbox/change';
import { wordsReplaced } from './suggestion';

/** Something done that can be undone: what was written, and what takes it back. */
export type Step = {
  /** the change that did it, while it is queued */
  changeId: string;
  claimId: string;
  did: Write;
  undo: Write;
  /** once it was undone: what does it again */
  again?: Write;
  /** milliseconds since the epoch */
  at: number;
};

/** The fields of a patch that say where a claim stands. */
const places: readonly string[] = ['anchor', 'alsoAt', 'about'];

/** What was done, newest last, and what was undone since. */
export type Steps = { done: readonly Step[]; undone: readonly Step[] };
export const noSteps: Steps = { done: [], undone: [] };

const most = 200;
/** Typing into one field with shorter pauses than this is one step, in milliseconds. */
const pause = 3000;

/** Takes a step in; what had been undone before it can no longer be done again. */
export function stepped({ done }: Steps, step: Step): Steps {
  const last = done.at(-1);
  const goesOn = last && step.at - last.at < pause && isSameTyping(last, step);
  const joined = goesOn ? [...done.slice(0, -1), { ...step, undo: last.undo }] : [...done, step];
  return { done: joined.slice(-most), undone: [] };
}

/** The last step moved to those undone, with what would do it again. */
export const undone = ({ done, undone: earlier }: Steps, again: Write): Steps => {
  const step = done.at(-1);
  return step ? { done: done.slice(0, -1), undone: [...earlier, { ...step, again }] } : { done, undone: earlier };
};

/** The last undone step moved back to those done, by another change. */
export const redone = ({ done, undone: earlier }: Steps, changeId: string): Steps => {
  const step = earlier.at(-1);
  return step ? { done: [...done, { ...step, changeId }], undone: earlier.slice(0, -1) } : { done, undone: earlier };
};

const isSameTyping = (one: Step, other: Step): boolean =>
  one.claimId === other.claimId &&
  one.did.do === 'edit' &&
  other.did.do === 'edit' &&
  fieldsOf(one.did.fields).join() === fieldsOf(other.did.fields).join();

/** The write that takes another back, given the claim before it; null for a decision, which stands. */
export function inverseOf(write: Write, before: Claim | null): Write | null {
  switch (write.do) {
    case 'create':
      return { do: 'drop', reason: 'Made by mistake and undone.' };
    case 'edit':
      if (before && settles(write.fields, before)) return unsettling(write.fields.revision ?? 1, before);
      return before && { do: 'edit', fields: fieldsBefore(write.fields, before) };
    case 'add evidence':
      return { do: 'remove evidence', evidenceId: write.evidenceId };
    case 'edit evidence':
    case 'remove evidence':
      return evidenceBack(write, before);
    case 'restore evidence':
      return { do: 'remove evidence', evidenceId: write.evidenceId };
    case 'submit':
      return { do: 'take back' };
    case 'take back':
      return { do: 'submit' };
    case 'drop':
    case 'merge':
      return { do: 'restore' };
    case 'restore':
      return before && droppedAgain(before);
    case 'settle suggestion':
      return before && { do: 'reopen suggestion', as: wordsReplaced(before, write.accept) };
    case 'reopen suggestion':
      return settledAgain(before);
    case 'settle':
      return before && unsettling(write.revision, before);
    case 'unsettle':
      return settlingAgain(write.revision, before);
    case 'decide':
      return null;
  }
}

function droppedAgain({ dropped }: Claim): Write | null {
  if (!dropped) return null;
  return dropped.mergedInto === null
    ? { do: 'drop', reason: dropped.reason }
    : { do: 'merge', into: dropped.mergedInto };
}

function settledAgain(before: Claim | null): Write | null {
  const settled = before?.decision?.suggestion?.settled;
  return settled ? { do: 'settle suggestion', accept: settled.accepted } : null;
}

/** Whether an edit of its places is how a claim was settled: its words then cannot be named again to go back. */
const settles = (fields: ClaimPatch, { unsettled, kept }: Claim): boolean =>
  (unsettled !== null || kept !== null) && places.some((name) => name in fields);

function unsettling(revision: number, before: Claim): Write {
  const { anchor, alsoAt, about, quotes, unsettled, kept, settlement } = before;
  return { do: 'unsettle', revision, as: { anchor, alsoAt, about, quotes, unsettled, kept, settlement } };
}

function settlingAgain(revision: number, before: Claim | null): Write | null {
  const way = before?.settlement?.way;
  return way === undefined || way === 'selected' ? null : { do: 'settle', way, revision };
}

function evidenceBack(write: Extract<Write, { evidenceId: string }>, before: Claim | null): Write | null {
  const was = before?.evidence.find(({ id }) => id === write.evidenceId);
  if (!was) return null;
  if (write.do === 'remove evidence') return { do: 'restore evidence', evidenceId: was.id, as: was };
  if (write.do !== 'edit evidence') return null;
  return { ...write, source: was.source, fields: evidenceFieldsBefore(write.fields, was) };
}

const evidenceFieldsBefore = (fields: EvidencePatch, was: Evidence): EvidencePatch =>
  Object.fromEntries(
    fieldsOf(fields).map((name) => [name, name === 'source' ? sourceAsGiven(was) : was[name as keyof Evidence]]),
  );

const sourceAsGiven = ({ source: { id, ...described } }: Evidence): EvidencePatch['source'] => described;

function fieldsBefore(fields: ClaimPatch, before: Claim): ClaimPatch {
  const names = fieldsOf(fields);
  const plain = names.filter((name) => !places.includes(name)).map((name) => [name, before[name as keyof Claim]]);
  if (plain.length === names.length) return Object.fromEntries(plain);
  const { anchor, alsoAt, about } = before;
  const placed = anchor
    ? { anchor: quoteOf(anchor), alsoAt: alsoAt.map(quoteOf), about: null }
    : { anchor: null, about };
  return { ...Object.fromEntries(plain), ...placed };
}

const quoteOf = ({ start, end, exact }: NonNullable<Claim['anchor']>) => ({ start, end, exact });

const names: Record<Write['do'], string> = {
  create: 'new claim',
  edit: 'edit',
  'add evidence': 'added evidence',
  'edit evidence': 'edit of evidence',
  'remove evidence': 'removed evidence',
  'restore evidence': 'restored evidence',
  submit: 'submission',
  'take back': 'taking back',
  decide: 'decision',
  drop: 'drop',
  restore: 'restoring',
  merge: 'merge',
  'settle suggestion': 'settling of the suggestion',
  'reopen suggestion': 'suggestion taken up again',
  settle: 'settling',
  unsettle: 'settling undone',
};

/** What a step did, in a few words, for “Undo …”. */
export const nameOf = ({ did }: Step): string => names[did.do];
