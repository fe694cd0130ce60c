import { articleStates } from '../article';
import { claimKinds } from '../claim';
import { claimStates } from '../workflow';
import { type HitType, hitTypes, type Note } from './hit';
import { nearest } from './nearest';
import { tokensOf } from './words';

/** Words to be found one after another; `prefix`: the last of them may go on. */
export type Phrase = { words: string[]; prefix: boolean; not: boolean };

/** A text as a phrase: its words one after another. */
export const phraseOf = (text: string): Phrase => ({
  words: tokensOf(text).map(({ word }) => word),
  prefix: false,
  not: false,
});

export const filterNames = [
  'type',
  'verdict',
  'state',
  'is',
  'kind',
  'claimant',
  'by',
  'assignee',
  'article',
  'before',
  'after',
] as const;
export type FilterName = (typeof filterNames)[number];

/** A filter with its value as the search knows it: a verdict's key, a state, a day; names as they were typed. */
export type Filter = { name: FilterName; value: string; not: boolean };

/** A piece of the query as it was typed, to be shown and taken away by itself; null where it is words. */
export type Part = { text: string; start: number; end: number; filter: Filter | null };

export type SearchQuery = { phrases: Phrase[]; filters: Filter[]; notes: Note[]; parts: Part[] };

/** A verdict that some scale of the desk has. */
export type KnownVerdict = { key: string; label: string };

/** A minus, a name with a colon, and a value in quotation marks or of one word; each but the value may be absent. */
const PARTS =
  /(-?)(?:([\p{L}]{2,12}):(?=\S))?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|((?:[^\s"“”„«»]|[\u00a0\u202f\u2009])+))/gu;

/**
 * What a person typed into the search, understood: words, "phrases", -without, and filters such as `verdict:false`.
 * `verdicts` are those of the desk's scales; without them every value of `verdict:` is taken. A mistyped filter is left out,
 * and what looks like a filter and is none counts as words; a note says what to write instead.
 */
export function searchQueryOf(typed: string, verdicts: readonly KnownVerdict[] | null = null): SearchQuery {
  const query: SearchQuery = { phrases: [], filters: [], notes: [], parts: [] };
  const found = [...typed.matchAll(PARTS)];
  for (const [index, { 0: text, 1: minus = '', 2: name, 3: quoted, 4: bare, index: start }] of found.entries()) {
    const at = { text, start, end: start + text.length };
    const given = { not: minus === '-', value: (quoted ?? bare ?? '').trim() };
    const last = index === found.length - 1 && at.end === typed.length && quoted === undefined;
    if (name === undefined || isAddress(name, bare))
      addPhrase(query, at, { ...given, value: name ? `${name}:${bare}` : given.value }, last);
    else addFilter(query, at, name.toLowerCase(), given, verdicts);
  }
  return query;
}

/** `https://…` is an address and `16:30` a time; neither is a filter. */
const isAddress = (name: string, value: string | undefined): boolean =>
  value?.startsWith('//') === true || name.length < 2;

type At = Pick<Part, 'text' | 'start' | 'end'>;
type Given = { value: string; not: boolean };

function addPhrase(query: SearchQuery, at: At, { value, not }: Given, prefix: boolean): void {
  const { words } = phraseOf(value);
  if (words.length === 0) return;
  query.phrases.push({ words, prefix, not });
  query.parts.push({ ...at, filter: null });
}

function addFilter(
  query: SearchQuery,
  at: At,
  name: string,
  given: Given,
  verdicts: readonly KnownVerdict[] | null,
): void {
  const known = filterNames.find((each) => each === name);
  if (!known) {
    const note = noSuchFilter(at.text, name, given);
    query.notes.push(note);
    if (note.suggestion === null) addPhrase(query, at, given, false);
    return;
  }
  const value = readValue(known, given.value, verdicts);
  if ('message' in value) {
    query.notes.push({ part: at.text, ...value });
    return;
  }
  const filter = { name: value.name ?? known, value: value.value, not: given.not };
  query.filters.push(filter);
  query.parts.push({ ...at, filter });
}

function noSuchFilter(part: string, name: string, { value, not }: Given): Note {
  const meant = nearest(name, filterNames);
  const instead = meant && `${not ? '-' : ''}${meant}:${quotedIfNeeded(value)}`;
  const filters = filterNames.map((each) => `${each}:`).join(', ');
  const message = meant
    ? `There is no filter “${name}:”, so this was left out. Did you mean “${meant}:”?`
    : `There is no filter “${name}:”, so “${value}” was searched for as words. Filters are ${filters}.`;
  return { part, message, suggestion: instead };
}

export const quotedIfNeeded = (value: string): string =>
  /[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;

type Read = { name?: FilterName; value: string } | { message: string; suggestion: string | null };

/** What a value of each filter is read as, or what is wrong with it. */
function readValue(name: FilterName, given: string, verdicts: readonly KnownVerdict[] | null): Read {
  if (given === '') return { message: `Say after “${name}:” what to look for.`, suggestion: null };
  if (name === 'before' || name === 'after') return dayOf(name, given);
  if (name === 'verdict') return verdictOf(given, verdicts);
  const choices = choicesOf[name];
  if (!choices) return { value: given };
  const value = given.toLowerCase();
  if (choices.some((choice) => choice === value)) return name === 'is' ? { name: 'state', value } : { value };
  return notOneOf(name, given, choices);
}

const states = [...claimStates, ...articleStates];
const choicesOf: Partial<Record<FilterName, readonly string[]>> = {
  type: hitTypes,
  state: states,
  is: states,
  kind: claimKinds,
};

function notOneOf(name: FilterName, given: string, choices: readonly string[]): Read {
  const meant = nearest(given.toLowerCase(), choices);
  return {
    message: `“${name}:” knows no “${given}”. ${meant ? `Did you mean “${meant}”?` : `It is one of ${choices.join(', ')}.`}`,
    suggestion: meant && `${name}:${meant}`,
  };
}

const keyOf = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

function verdictOf(given: string, verdicts: readonly KnownVerdict[] | null): Read {
  const key = keyOf(given);
  if (key === 'none') return { value: 'none' };
  if (!verdicts) return { value: key };
  const known = verdicts.find((verdict) => verdict.key === key || keyOf(verdict.label) === key);
  if (known) return { value: known.key };
  return notOneOf('verdict', given, [...new Set(verdicts.map((verdict) => verdict.key))]);
}

const DAY = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/;

/** A day as YYYY-MM-DD; of a year or a month its first. */
function dayOf(name: FilterName, given: string): Read {
  const [, year, month = '1', day = '1'] = DAY.exec(given) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  if (year !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)) return { value: date };
  return {
    message: `“${given}” is no day. Write ${name}:2026-11-01, or a month or a year alone.`,
    suggestion: null,
  };
}

/** The query without one of its parts. */
export const withoutPart = (typed: string, { start, end }: Part): string =>
  `${typed.slice(0, start)} ${typed.slice(end)}`.replace(/\s+/g, ' ').trim();

export const isHitType = (value: string): value is HitType => hitTypes.some((type) => type === value);
