import type { Activity, ActivityType } from '@/domain/activity';
import { type Scale, verdictOf } from '@/domain/scale';
import type { PartChanged } from './wording';

type Content = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): string => {
  const number = (value as { number?: number } | null | undefined)?.number;
  return number === undefined ? '' : ` ${number}`;
};
const counted = (value: unknown): string => (typeof value === 'number' ? ` ${value}` : '');
const quoted = (words: string): string => (words ? `: “${words}”` : '');

/** In words, by type, what was done to a claim or what it stands on. */
const tellings: Partial<Record<ActivityType, (content: Content) => string>> = {
  'claim.created': () => 'made the claim',
  'claim.changed': () => 'changed the claim',
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
  'claim.submitted': () => 'submitted it',
  'claim.taken-back': () => 'took the submission back',
  'claim.approved': ({ note, override }) =>
    override
      ? `approved it, overriding the two-person rule${quoted(text(override))}`
      : `approved it${quoted(text(note))}`,
  'claim.returned': ({ note }) => `returned it${quoted(text(note))}`,
  'claim.dropped': ({ reason }) => `dropped it${quoted(text(reason))}`,
  'claim.restored': () => 'restored it',
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
};

function inWords(value: unknown, field: string, scale: Scale): string {
  if (value === null || value === undefined) return '';
  if (field === 'verdict') return verdictOf(scale, text(value))?.label ?? text(value);
  if (Array.isArray(value)) return value.map((item) => inWords(item, field, scale)).join('\n');
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
export function changesIn({ content }: Pick<Activity, 'content'>, scale: Scale): PartChanged[] {
  if (!content) return [];
  const pairs = pairsTold(content);
  return Object.entries(pairs).flatMap(([field, [was, is]]) => {
    const name = fieldNames[field];
    const [before, after] = [inWords(was, field, scale), inWords(is, field, scale)];
    return name && before !== after ? [{ name, before, after }] : [];
  });
}

/** What an entry says was changed: field by field, or a claim's words, or all that is told of a thing. */
function pairsTold({ changes, quotes, was, now, is }: Content): Record<string, [unknown, unknown]> {
  if (changes && !Array.isArray(changes)) return changes as Record<string, [unknown, unknown]>;
  if (Array.isArray(quotes)) return { quotes: [quotes[0], quotes[1]] };
  if (typeof was === 'string') return { quotes: [was, now] };
  return pairsBetween(flat(was), flat(is));
}

const pairsBetween = (was: Content, is: Content): Record<string, [unknown, unknown]> =>
  Object.fromEntries(Object.keys({ ...was, ...is }).map((field) => [field, [was[field], is[field]]]));
