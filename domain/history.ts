import type { Activity } from './activity';
import type { Checked } from './content';
import type { Evidence, Source } from './evidence';

/** What of an entry of the log this reads. */
type Entry = Pick<Activity, 'id' | 'type' | 'content'>;

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
    if (entry.content === null) break;
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
    case 'second-verdict.adjudicated': {
      const told = Object.entries((content?.changes ?? {}) as Changes);
      const earlier = told.flatMap(([field, [was]]) => (fields.includes(field) ? [[field, was]] : []));
      return { ...state, ...Object.fromEntries(earlier) };
    }
    case 'claim.settled':
    case 'claim.unsettled':
      return { ...state, quotes: (content?.quotes as [string[], string[]] | undefined)?.[0] ?? state.quotes };
    case 'evidence.added':
    case 'evidence.changed':
    case 'evidence.removed':
    case 'evidence.restored':
      return { ...state, evidence: evidenceBefore(state.evidence, content as Was<Evidence>) };
    case 'source.changed':
      return { ...state, evidence: state.evidence.map((item) => withSource(item, content as Was<Source>)) };
    default:
      return state;
  }
}

/** What a thing was before an entry and is after it; absent where it was not there. */
type Was<T> = { was?: T | null; is?: T | null };

function evidenceBefore(evidence: readonly Evidence[], { was, is }: Was<Evidence>): Evidence[] {
  const number = (was ?? is)?.number;
  const others = evidence.filter((item) => item.number !== number);
  return was ? [...others, was].sort((a, b) => a.number - b.number) : others;
}

const withSource = (item: Evidence, { was }: Was<Source>): Evidence =>
  was && item.source.id === was.id ? { ...item, source: was } : item;

/** What of an earlier state an edit can bring back: the fields in which it differs from what the claim says now. */
export function restoringPatch(now: Checked, earlier: Checked): Partial<Checked> {
  const own = ['statement', 'kind', 'claimant', 'saidOn', 'saidAt', 'verdict', 'rationale'] as const;
  const differing = own.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(earlier[field]));
  return Object.fromEntries(differing.map((field) => [field, earlier[field]]));
}
