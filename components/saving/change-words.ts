import { contentOnly, fieldsOf } from '@/client/outbox/base';
import type { Change, Write } from '@/client/outbox/change';
import type { About } from '@/domain/about';
import type { Claim } from '@/domain/claim';
import type { Claimant } from '@/domain/claimant';
import type { Content } from '@/domain/content';
import type { Source } from '@/domain/evidence';
import type { Problem } from '@/domain/result';
import type { Scale } from '@/domain/scale';
import { aboutWords, type PartChanged, partsChanged } from '../claims/wording';
import { longDate } from '../ui/moment';

const fieldNames: Record<string, string> = {
  statement: 'Statement',
  claimant: 'Claimant',
  kind: 'Kind',
  saidOn: 'Said on',
  saidAt: 'Said at',
  verdict: 'Verdict',
  rationale: 'Rationale',
  assignee: 'Assigned to',
  dueAt: 'Due',
  anchor: 'Place in the text',
  alsoAt: 'Also here',
  about: 'About',
  source: 'Source',
  stance: 'Stance',
  quote: 'Quoted passage',
  locator: 'Where in the source',
  primary: 'Primary source',
  accessedOn: 'Accessed on',
  archivedUrl: 'Archived address',
  note: 'Note',
};
export const fieldName = (name: string): string => fieldNames[name] ?? name;

/** `mostly-false` as “Mostly false”: what a key of a scale says without its scale at hand. */
const plainWords = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');

const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

/** The value of a field in words, as a person compares it. */
export function valueWords(name: string, value: unknown, names: ReadonlyMap<string, string> = new Map()): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (name === 'claimant')
    return joined((value as Claimant).name, (value as Claimant).role, (value as Claimant).sameAs);
  if (name === 'source') return joined((value as Source).title, (value as Source).publisher, (value as Source).url);
  if (name === 'anchor') return `“${(value as { exact: string }).exact}”`;
  if (name === 'alsoAt') return (value as unknown[]).length === 1 ? '1 place' : `${(value as unknown[]).length} places`;
  if (name === 'about') return aboutWords(value as About);
  if (name === 'assignee') return names.get(value as string) ?? 'Somebody of the desk';
  if (name === 'dueAt') return longDate(String(value));
  const words = String(value);
  return name === 'verdict' || name === 'kind' || name === 'stance' ? plainWords(words) : words;
}

export type Pair = { name: string; mine: unknown; theirs: unknown };

/** What a conflict is about, by field: what the person wrote and what stands there now. */
export function pairsOf({ write }: Change, theirs: Claim): Pair[] {
  if (write.do !== 'edit' && write.do !== 'edit evidence') return [];
  const now = write.do === 'edit' ? theirs : theirs.evidence.find(({ id }) => id === write.evidenceId);
  const value = (from: object | undefined, name: string): unknown => (from as Record<string, unknown>)?.[name] ?? null;
  return fieldsOf(write.fields).map((name) => ({ name, mine: value(write.fields, name), theirs: value(now, name) }));
}

/** What somebody else changed in a claim between what an act stood for and now. */
export function changedMeanwhile({ base }: Change, theirs: Claim): PartChanged[] {
  const before = base.content as Content | undefined;
  if (!before) return [];
  const now = contentOnly(theirs);
  const keys = [before, now].flatMap(({ verdict }) => (verdict ? [verdict.key] : []));
  const values = keys.map((key) => ({ key, label: plainWords(key) }));
  return partsChanged(before, now, { values } as unknown as Scale);
}

type Words = { did: string; again: string; leave: string };

const acts: Record<Write['do'], Words> = {
  create: { did: 'You made a claim', again: 'Make it again', leave: 'Discard it' },
  edit: { did: 'You changed this claim', again: 'Try again', leave: 'Discard it' },
  'add evidence': { did: 'You added evidence', again: 'Add it again', leave: 'Discard it' },
  'edit evidence': { did: 'You changed a piece of evidence', again: 'Try again', leave: 'Discard it' },
  'remove evidence': { did: 'You removed a piece of evidence', again: 'Remove it all the same', leave: 'Keep it' },
  'restore evidence': { did: 'You brought evidence back', again: 'Try again', leave: 'Leave it out' },
  submit: { did: 'You submitted this claim', again: 'Submit it as it is now', leave: 'Do not submit it' },
  'take back': { did: 'You took this submission back', again: 'Take it back', leave: 'Leave it submitted' },
  decide: { did: 'You approved this claim', again: 'Approve it as it is now', leave: 'Do not approve it' },
  drop: { did: 'You dropped this claim', again: 'Drop it all the same', leave: 'Keep it' },
  restore: { did: 'You restored this claim', again: 'Restore it', leave: 'Leave it dropped' },
  merge: { did: 'You merged this claim into another', again: 'Merge it as it is now', leave: 'Keep it' },
  'settle suggestion': {
    did: 'You settled the wording that a return suggests',
    again: 'Settle it so all the same',
    leave: 'Leave it open',
  },
  'reopen suggestion': {
    did: 'You took up a suggestion again',
    again: 'Take it up all the same',
    leave: 'Leave it settled',
  },
  settle: {
    did: 'You took the new words to be the same claim',
    again: 'Settle it so as it is now',
    leave: 'Leave it to be settled',
  },
  unsettle: { did: 'You undid how a claim was settled', again: 'Undo it all the same', leave: 'Leave it settled' },
};
const returning: Words = { did: 'You returned this claim', again: 'Return it all the same', leave: 'Do not return it' };

const keeping: Words = { ...acts.settle, did: 'You kept this claim as it stood' };

/** What a person did, and what their two choices are called. */
export function actWords({ write }: Change): Words {
  if (write.do === 'decide' && write.decision.outcome === 'return') return returning;
  return write.do === 'settle' && write.way === 'keep' ? keeping : acts[write.do];
}

/** What a person wrote in a change, part by part, so that it can be read, copied and judged. */
export function writtenIn({ write }: Change, names?: ReadonlyMap<string, string>): { name: string; words: string }[] {
  const told = (from: object) =>
    fieldsOf(from).map((name) => ({
      name: fieldName(name),
      words: valueWords(name, (from as Record<string, unknown>)[name], names),
    }));
  if (write.do === 'create') return told({ statement: write.claim.statement, anchor: write.claim.anchor });
  if (write.do === 'edit' || write.do === 'edit evidence') return told(write.fields);
  if (write.do === 'add evidence') return told({ ...write.evidence, source: write.as.source });
  if (write.do === 'drop') return [{ name: 'Reason', words: write.reason }];
  if (write.do === 'decide' && write.decision.note) return [{ name: 'Note', words: write.decision.note }];
  return [];
}

/** A problem's sentence under people's name for the field, where the API puts its own name for it in front. */
export function problemWords({ message, pointer }: Problem): string {
  const field = pointer?.split('/')[1];
  const path = pointer?.slice(1).replaceAll('/', '.');
  return field && message.startsWith(`${path}: `)
    ? `${fieldName(field)}: ${message.slice(`${path}: `.length)}`
    : message;
}

/** What a claim is called where it is only named. */
export function claimName(change: Change, known: ReadonlyMap<string, Claim>): string {
  const claim = known.get(change.claimId);
  const statement = claim?.statement ?? (change.write.do === 'create' ? change.write.claim.statement : null);
  return statement?.trim() || claim?.quotes[0] || 'A claim without a statement';
}
