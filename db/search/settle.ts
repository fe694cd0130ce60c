import { asc, eq, or } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import type { Note } from '@/domain/search/hit';
import type { Filter, KnownVerdict, SearchQuery } from '@/domain/search/query';
import { tokensOf } from '@/domain/search/words';
import { database } from '../client';
import { articles, people, scales } from '../schema';
import { NONE } from './document';
import type { Settled } from './match';
import { ranked } from './ranked';

/** Articles that one `article:` may name; more of them are no name any more. */
const MOST = 200;

/** The verdicts of every scale of the desk, each key once. */
export async function knownVerdicts(): Promise<KnownVerdict[]> {
  const rows = await database().read.select({ verdicts: scales.verdicts }).from(scales).orderBy(asc(scales.id));
  const all = rows.flatMap(({ verdicts }) => verdicts.map(({ key, label }) => ({ key, label })));
  return [...new Map(all.map((verdict) => [`${verdict.key} ${verdict.label}`, verdict])).values()];
}

/** Filters with ids in place of the names of people and articles, and notes on those that name nobody and nothing. */
export async function settledFilters(
  permit: Permit<'read'>,
  query: SearchQuery,
): Promise<{ filters: Settled[]; notes: Note[] }> {
  const filters: Settled[] = [];
  const notes: Note[] = [];
  for (const filter of query.filters) {
    const values = await valuesOf(permit, filter);
    if (values.length > 0) filters.push({ name: filter.name, not: filter.not, values });
    else notes.push(noneCalled(filter));
  }
  return { filters, notes };
}

const noneCalled = ({ name, value }: Filter): Note => ({
  part: `${name}:${value}`,
  message:
    name === 'article'
      ? `No article is called “${value}”, so that was left out. Write words of its headline, or the end of its address.`
      : name === 'claimant'
        ? `“${value}” has no letters to look for, so that was left out.`
        : `Nobody at this desk is called “${value}”, so that was left out. Write a part of the name, or ${name}:me.`,
  suggestion: name === 'by' || name === 'assignee' ? `${name}:me` : null,
});

async function valuesOf({ actor }: Permit<'read'>, { name, value }: Filter): Promise<string[]> {
  if (name === 'article') return articlesCalled(value);
  if (name === 'claimant') return tokensOf(value).length > 0 ? [value] : [];
  if (name !== 'by' && name !== 'assignee') return [value];
  if (value.toLowerCase() === 'me') return actor.id === null ? [] : [actor.id];
  if (name === 'assignee' && ['nobody', NONE].includes(value.toLowerCase())) return [NONE];
  return peopleCalled(value);
}

/** Ids of the people one of whose names begins like each word given. */
async function peopleCalled(name: string): Promise<string[]> {
  const words = tokensOf(name).map(({ word }) => word);
  if (words.length === 0) return [];
  const all = await database().read.select({ id: people.id, name: people.name }).from(people);
  return all
    .filter((person) => {
      const names = tokensOf(person.name).map(({ word }) => word);
      return person.id === name || words.every((word) => names.some((each) => each.startsWith(word)));
    })
    .map(({ id }) => id);
}

/** Ids of the articles with that id or address, or else with these words in their headline. */
async function articlesCalled(name: string): Promise<string[]> {
  const named = await database()
    .read.select({ id: articles.id })
    .from(articles)
    .where(or(eq(articles.id, name), eq(articles.slug, name)));
  if (named.length > 0) return named.map(({ id }) => id);
  const words = tokensOf(name).map(({ word }) => word);
  if (words.length === 0) return [];
  const expression = `facets : "tarticle" AND {title} : ("${words.join('" AND "')}" *)`;
  const { found } = await ranked({ expression, from: 0, to: Number.MAX_SAFE_INTEGER }, { limit: MOST, skip: 0 });
  return found.map(({ id }) => id);
}
