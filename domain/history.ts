import type { Activity } from './activity';
import type { Approach } from './approach';
import type { Checked } from './content';
import { isErasure } from './erasure';
import type { Evidence, Source } from './evidence';

/** What of an entry of the log this reads. */
type Entry = Pick<Activity, 'id' | 'type' | 'content'>;

/** Whether an entry is of a claim itself, and not of what is said about it: only those have the claim's digest. */
export const tellsOfClaim = ({ type }: Pick<Activity, 'type'>): boolean => !/^(thread|comment)\./.test(type);

/**
 * What a claim said right after each entry of its log, by the entry's id, told backwards from what it says `now`. The
 * entries are newest first and begin with the newest there is. States end at an entry whose content was erased: what was
 * before it is not known any more.
 */
export function statesOf(now: Checked, entries: readonly Entry[]): Map<string, Checked> {
  const states = new Map<string, Checked>();
  let state = now;
  for (const entry of entries) {
    states.set(entry.id, state);
    if ((entry.content === null && tellsOfClaim(entry)) || isErasure(entry.type)) break;
    state = stateBefore(state, entry);
  }
  return states;
}

type Changes = Record<string, readonly [was: unknown, is: unknown]>;

/** The fields of a claim that its log tells of one by one. */
const fields: readonly string[] = [
  'statement',
  'kind',
  'claimant',
  'saidOn',
  'saidAt',
  'about',
  'quotes',
  'verdict',
  'rationale',
] satisfies (keyof Checked)[];

function stateBefore(state: Checked, { type, content }: Entry): Checked {
  switch (type) {
    case 'claim.changed':
    case 'second-verdict.adjudicated':
    case 'suggestion.accepted':
    case 'suggestion.reopened': {
      const told = Object.entries((content?.changes ?? {}) as Changes);
      const earlier = told.flatMap(([field, [was]]) => (fields.includes(field) ? [[field, was]] : []));
      return { ...state, ...Object.fromEntries(earlier) };
    }
    case 'claim.settled':
    case 'claim.unsettled':
      return { ...state, quotes: (content?.quotes as [string[], string[]] | undefined)?.[0] ?? state.quotes };
    case 'claim.merged':
    case 'claim.gave-back':
    case 'claim.took-in':
    case 'claim.restored':
      return withoutMove(state, (content ?? {}) as Moved);
    case 'evidence.added':
    case 'evidence.changed':
    case 'evidence.removed':
    case 'evidence.restored':
      return { ...state, evidence: evidenceBefore(state.evidence, content as Was<Evidence>) };
    case 'approach.made':
    case 'approach.changed':
    case 'approach.removed':
      return { ...state, approaches: approachesBefore(state.approaches ?? [], content as Was<Approach>) };
    case 'source.changed':
      return { ...state, evidence: state.evidence.map((item) => withSource(item, content as Was<Source>)) };
    default:
      return state;
  }
}

type LoggedApproach = Omit<Approach, 'contact'>;

/** The evidence and approaches that went to another claim with an entry, and those that came from one. */
type Moved = {
  gone?: Evidence[];
  come?: Evidence[];
  approachesGone?: LoggedApproach[];
  approachesCome?: LoggedApproach[];
};

/** The log keeps everything of an approach but the contact, which no edition prints. */
const asApproach = (told: LoggedApproach): Approach => ({ ...told, contact: null });

/** A state before things moved: what went is there, what came is not. */
function withoutMove(
  state: Checked,
  { gone = [], come = [], approachesGone = [], approachesCome = [] }: Moved,
): Checked {
  const came = new Set(approachesCome.map(({ id }) => id));
  const approaches = (state.approaches ?? []).filter(({ id }) => !came.has(id));
  return {
    ...state,
    evidence: inOrder([...without(state.evidence, come), ...gone]),
    approaches: [...approaches, ...approachesGone.map(asApproach)].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const inOrder = (evidence: Evidence[]): Evidence[] => evidence.sort((a, b) => a.number - b.number);

const without = (evidence: readonly Evidence[], gone: readonly Evidence[]): Evidence[] =>
  evidence.filter(({ number }) => !gone.some((item) => item.number === number));

/** What a thing was before an entry and is after it; absent where it was not there. */
type Was<T> = { was?: T | null; is?: T | null };

function evidenceBefore(evidence: readonly Evidence[], { was, is }: Was<Evidence>): Evidence[] {
  const number = (was ?? is)?.number;
  const others = evidence.filter((item) => item.number !== number);
  return was ? inOrder([...others, was]) : others;
}

function approachesBefore(approaches: readonly Approach[], { was, is }: Was<Approach>): Approach[] {
  const others = approaches.filter(({ id }) => id !== (was ?? is)?.id);
  return was ? [...others, asApproach(was)] : others;
}

const withSource = (item: Evidence, { was }: Was<Source>): Evidence =>
  was && item.source.id === was.id ? { ...item, source: was } : item;

/** What of an earlier state an edit can bring back: the fields in which it differs from what the claim says now. */
export function restoringPatch(now: Checked, earlier: Checked): Partial<Checked> {
  const own = ['statement', 'kind', 'claimant', 'saidOn', 'saidAt', 'verdict', 'rationale'] as const;
  const differing = own.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(earlier[field]));
  return Object.fromEntries(differing.map((field) => [field, earlier[field]]));
}
