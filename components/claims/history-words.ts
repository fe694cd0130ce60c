import type { Activity, ActivityType } from '@/domain/activity';
import type { MovedEvidence } from '@/domain/merging';
import { type Scale, verdictOf } from '@/domain/scale';
import { standards } from '@/domain/standards/catalogue';
import { longDate } from '../ui/moment';
import type { PartChanged } from './wording';

type Content = Record<string, unknown>;
type Names = Readonly<Record<string, string>>;
type Readers = { scale: Scale; names: Names };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): string => {
  const number = (value as { number?: number } | null | undefined)?.number;
  return number === undefined ? '' : ` ${number}`;
};
const counted = (value: unknown): string => (typeof value === 'number' ? ` ${value}` : '');
const quoted = (words: string): string => (words ? `: “${words}”` : '');

const linkedAs: Record<string, string> = {
  related: 'linked it with a related claim',
  repeats: 'said that it repeats an earlier claim',
  'repeated-by': 'said that another claim repeats it',
};
/** What evidence got which number. */
const moved = (evidence: unknown): string => {
  const all = Array.isArray(evidence) ? (evidence as MovedEvidence[]) : [];
  return all.length === 0 ? '' : `: evidence ${all.map(({ was, is }) => `[${was}] became [${is}]`).join(', ')}`;
};

const partyOf = (value: unknown): string => (value as { party?: string } | null)?.party ?? 'somebody';
/** Who was asked for a reply, where that moved along with evidence. */
const along = (...moved: unknown[]): string => {
  const parties = moved.flatMap((each) => (Array.isArray(each) ? each.map(partyOf) : []));
  return parties.length === 0 ? '' : `, with the reply asked of ${parties.join(', ')}`;
};

/** The other claim that an entry of a claim's history is about, to lead there; null where there is none. */
export const otherClaimOf = ({ type, subject, content }: Activity): string | null => {
  const tells = ['claim.split', 'claim.merged', 'claim.took-in', 'claim.gave-back'].includes(type);
  const split = type === 'claim.created' && content?.splitFrom !== undefined;
  const unmerged = type === 'claim.restored' && content?.evidence !== undefined;
  return tells || split || unmerged ? subject : null;
};

/** What a change says that is of nothing but whose the claim is and by when; null for any other. */
function handedOn({ changes }: Content): string | null {
  const { assignee, dueAt, ...others } = (changes ?? {}) as Record<string, [unknown, unknown]>;
  if (Object.keys(others).length > 0 || (!assignee && !dueAt)) return null;
  const whose = assignee && (assignee[1] === null ? 'assigned it to nobody' : 'assigned it');
  const when = dueAt && (dueAt[1] === null ? 'took its due time away' : 'set when it is due');
  return [whose, when].filter(Boolean).join(' and ');
}
const checkOf = (rule: unknown): string => standards.find((each) => each.rule === rule)?.name ?? text(rule);

/** In words, by type, what was done to a claim or what it stands on. */
const tellings: Partial<Record<ActivityType, (content: Content) => string>> = {
  'claim.created': ({ splitFrom }) => (splitFrom ? 'split it off another claim' : 'made the claim'),
  'claim.changed': (content) => handedOn(content) ?? 'changed the claim',
  'claim.anchor-changed': ({ revision }) => `added revision${counted(revision)}, in which its words changed`,
  'claim.anchor-lost': ({ revision }) => `added revision${counted(revision)}, in which its words are lost`,
  'claim.anchor-found': ({ revision }) => `added revision${counted(revision)}, in which its words are back`,
  'claim.settled': ({ way }) => (way === 'keep' ? 'kept it as it stood' : 'said that the new words are the same claim'),
  'claim.unsettled': () => 'undid how it was settled',
  'evidence.added': ({ is }) => `added evidence${numberOf(is)}`,
  'evidence.changed': ({ is }) => `changed evidence${numberOf(is)}`,
  'evidence.removed': ({ was }) => `deleted evidence${numberOf(was)}`,
  'evidence.restored': ({ is }) => `restored evidence${numberOf(is)}`,
  'source.changed': () => 'changed a source that this claim cites',
  'approach.made': ({ is }) => `asked ${partyOf(is)} for a reply`,
  'approach.changed': ({ is }) => `recorded what came of asking ${partyOf(is)}`,
  'approach.removed': ({ was }) => `deleted the record of asking ${partyOf(was)}`,
  'claim.waived': ({ rule, reason }) => `waived “${checkOf(rule)}”${quoted(text(reason))}`,
  'claim.waiver-withdrawn': ({ rule }) => `withdrew the waiver of “${checkOf(rule)}”`,
  'claim.submitted': () => 'submitted it',
  'claim.taken-back': () => 'took the submission back',
  'claim.approved': ({ note, override }) =>
    override
      ? `approved it, overriding the two-person rule${quoted(text(override))}`
      : `approved it${quoted(text(note))}`,
  'claim.returned': ({ note }) => `returned it${quoted(text(note))}`,
  'claim.dropped': ({ reason }) => `dropped it${quoted(text(reason))}`,
  'second-verdict.drawn': ({ drawn }) =>
    drawn === 'verdict'
      ? 'submitted it with a verdict for which the article’s policy asks a second'
      : 'submitted it, and it was drawn for a second verdict',
  'second-verdict.asked': () => 'asked for an independent second verdict',
  'second-verdict.withdrawn': ({ declined }) =>
    declined ? 'declined the second verdict' : 'withdrew the second verdict',
  'second-verdict.filed': ({ agrees }) =>
    agrees ? 'filed a second verdict: the same as the first' : 'filed a second verdict, which differs from the first',
  'second-verdict.adjudicated': ({ choice, reason }) =>
    `adjudicated for ${choice === 'third' ? 'a third verdict' : `the ${text(choice)}`}${quoted(text(reason))}`,
  'second-verdict.ended': () => 'published it, which ended the second verdict that was asked for',
  'claim.restored': ({ evidence, approachesCome }) =>
    evidence ? `restored it, with the evidence that had been moved${along(approachesCome)}` : 'restored it',
  'claim.split': () => 'split a copy off it',
  'claim.merged': ({ evidence, approachesGone }) =>
    `merged it into another claim${moved(evidence)}${along(approachesGone)}`,
  'claim.took-in': ({ evidence, approachesCome }) =>
    `merged another claim into it${moved(evidence)}${along(approachesCome)}`,
  'claim.gave-back': ({ evidence, approachesGone }) => `took a merge back${moved(evidence)}${along(approachesGone)}`,
  'suggestion.accepted': () => 'took over suggested wording',
  'suggestion.declined': () => 'declined suggested wording',
  'suggestion.reopened': () => 'took up a suggestion again',
  'thread.opened': ({ decision, evidence }) =>
    `opened a thread${decision ? ' by the return' : evidence ? ' on a piece of evidence' : ''}`,
  'thread.resolved': () => 'resolved a thread',
  'thread.reopened': () => 'opened a thread again',
  'comment.added': ({ reopens }) => (reopens ? 'answered in a thread and opened it again' : 'answered in a thread'),
  'comment.edited': () => 'changed a comment',
  'comment.withdrawn': () => 'withdrew a comment',
  'claim.withdrawn': ({ reason }) => `withdrew it from all editions${quoted(text(reason))}`,
  'claim.erased': ({ reason }) => `erased its words${quoted(text(reason))}`,
  'override.confirmed': () => 'confirmed in retrospect, as a second person, what was approved by an override',
  'claim.linked': ({ relation }) => linkedAs[text(relation)] ?? 'linked it with another claim',
  'claim.unlinked': () => 'took a link with another claim away',
};

/** What an entry of the log says, after the name of who did it. */
export const tellingOf = ({ type, content }: Activity): string => tellings[type]?.(content ?? {}) ?? 'did something';

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
  about: 'About',
  quotes: 'Quote',
  stance: 'Stance',
  quote: 'Passage',
  locator: 'Where it stands',
  primary: 'Primary source',
  accessedOn: 'Accessed on',
  archivedUrl: 'Archived at',
  note: 'Note',
  title: 'Source',
  url: 'Address',
  publisher: 'Publisher',
  publishedOn: 'Published on',
  withheld: 'Withheld',
  description: 'Description',
  party: 'Asked',
  channel: 'By',
  question: 'Question',
  askedAt: 'Asked at',
  deadline: 'Deadline',
  outcome: 'Outcome',
  answer: 'Answer',
  answeredAt: 'Answered at',
  tells: 'Readers are told',
  told: 'Words for readers',
};

function inWords(value: unknown, field: string, { scale, names }: Readers): string {
  if (value === null || value === undefined) return '';
  if (field === 'assignee') return names[text(value)] ?? 'Somebody';
  if (field === 'dueAt') return longDate(text(value));
  if (field === 'verdict') return verdictOf(scale, text(value))?.label ?? text(value);
  if (Array.isArray(value)) return value.map((item) => inWords(item, field, { scale, names })).join('\n');
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** Flattens what an entry tells of evidence or a source, so that was and is can be compared field by field. */
const flat = (value: unknown): Content => {
  if (value === null || typeof value !== 'object') return {};
  const { source, ...rest } = value as Content;
  return { ...(source as Content | undefined), ...rest };
};

/** Each field that an entry of the log changed, before and after, in words. */
export function changesIn({ content }: Pick<Activity, 'content'>, scale: Scale, names: Names = {}): PartChanged[] {
  if (!content) return [];
  const pairs = pairsTold(content);
  const readers = { scale, names };
  return Object.entries(pairs).flatMap(([field, [was, is]]) => {
    const name = fieldNames[field];
    const [before, after] = [inWords(was, field, readers), inWords(is, field, readers)];
    return name && before !== after ? [{ name, before, after }] : [];
  });
}

/** What an entry says was changed: field by field, or a claim's words, or all that is told of a thing. */
function pairsTold({ changes, quotes, was, now, is }: Content): Record<string, [unknown, unknown]> {
  if (changes && !Array.isArray(changes)) return changes as Record<string, [unknown, unknown]>;
  if (Array.isArray(quotes) && Array.isArray(quotes[0])) return { quotes: [quotes[0], quotes[1]] };
  if (typeof was === 'string') return { quotes: [was, now] };
  return pairsBetween(flat(was), flat(is));
}

const pairsBetween = (was: Content, is: Content): Record<string, [unknown, unknown]> =>
  Object.fromEntries(Object.keys({ ...was, ...is }).map((field) => [field, [was[field], is[field]]]));
