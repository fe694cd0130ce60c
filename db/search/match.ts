import { hitTypes } from '@/domain/search/hit';
import { type Filter, type FilterName, type Phrase, phraseOf } from '@/domain/search/query';
import { facet } from './document';
import { firstOfDay } from './number';

/** A filter whose names of people and articles are known by their ids. */
export type Settled = Omit<Filter, 'value'> & { values: string[] };

/** What is asked of the index: an expression in its language, and the numbers that rows may have (from, up to but not). */
export type Match = { expression: string; from: number; to: number };

const WORDS = '{title who body more}';
const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`;

/** Words come folded from `tokensOf`, letters and digits alone, so that nothing in them means anything to the index. */
const phraseIn = (columns: string, { words, prefix }: Pick<Phrase, 'words' | 'prefix'>): string =>
  `${columns} : ${quoted(words)}${prefix ? ' *' : ''}`;

const facetOf: Partial<Record<FilterName, (value: string) => string>> = {
  type: (value) => facet.type(value as (typeof hitTypes)[number]),
  state: facet.state,
  verdict: facet.verdict,
  kind: facet.kind,
  by: facet.by,
  assignee: facet.assignee,
  article: facet.article,
};

/** The expression of one filter, any of whose values will do; nothing is found by a filter without values. */
function filterIn({ name, values }: Settled): string {
  const write = facetOf[name];
  const each = values.map((value) =>
    write ? `facets : ${quoted([write(value)])}` : phraseIn('{who}', phraseOf(value)),
  );
  return each.length === 0 ? NOTHING : `(${each.join(' OR ')})`;
}

const NOTHING = `facets : ${quoted(['nothing'])}`;
const EVERYTHING = `(${hitTypes.map((type) => `facets : ${quoted([facet.type(type)])}`).join(' OR ')})`;

/** Values of one filter are alternatives, filters and words all have to hold; dropped claims are found by asking for them. */
export function matchOf(phrases: readonly Phrase[], filters: readonly Settled[]): Match {
  const wanted = [
    ...phrases.filter(({ not }) => !not).map((phrase) => phraseIn(WORDS, phrase)),
    ...alternatives(filters.filter(({ not, name }) => !not && !isDay(name))).map(filterIn),
    ...(filters.some(({ name, not }) => name === 'claimant' && !not) ? [filterIn(ofClaims)] : []),
  ];
  const unwanted = [
    ...phrases.filter(({ not }) => not).map((phrase) => phraseIn(WORDS, phrase)),
    ...filters.filter(({ not, name }) => not && !isDay(name)).map(filterIn),
    ...(filters.some(asksForDropped) ? [] : [filterIn(dropped)]),
  ];
  const all = wanted.length > 0 ? wanted.join(' AND ') : EVERYTHING;
  return { expression: [`(${all})`, ...unwanted].join(' NOT '), ...daysOf(filters) };
}

const ofClaims: Settled = { name: 'type', values: ['claim'], not: false };
const dropped: Settled = { name: 'state', values: ['dropped'], not: false };
const asksForDropped = ({ name, values, not }: Settled): boolean =>
  name === 'state' && !not && values.includes('dropped');
const isDay = (name: FilterName): boolean => name === 'before' || name === 'after';

function alternatives(filters: readonly Settled[]): Settled[] {
  const names = [...new Set(filters.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    not: false,
    values: filters.filter((filter) => filter.name === name).flatMap(({ values }) => values),
  }));
}

const numberOf = (day: string): number => firstOfDay(Date.parse(`${day}T00:00:00Z`));

/** `after:` is from that day on, `before:` up to the day before; without -, or the other way round with it. */
function daysOf(filters: readonly Settled[]): Pick<Match, 'from' | 'to'> {
  let [from, to] = [0, Number.MAX_SAFE_INTEGER];
  for (const { name, values, not } of filters.filter((filter) => isDay(filter.name))) {
    const number = numberOf(values[0] ?? '');
    if ((name === 'after') !== not) from = Math.max(from, number);
    else to = Math.min(to, number);
  }
  return { from, to };
}
