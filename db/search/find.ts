import type { Permit } from '@/domain/permission';
import type { Hit, Note } from '@/domain/search/hit';
import { phraseOf, searchQueryOf } from '@/domain/search/query';
import { database } from '../client';
import { blindTo } from '../second-verdicts/blind';
import { matchOf } from './match';
import { presentHits } from './present';
import { ranked } from './ranked';
import { knownVerdicts, settledFilters } from './settle';

export type Found = { items: Hit[]; notes: Note[]; total: number };

/**
 * What the desk has of what somebody typed into its search: ranked, `limit` of it after the first `skip`, with what was
 * searched for marked. `total` counts what was ranked, 5,000 at most. The one door to the index for people, who may see
 * what `presentHits` says that they may.
 */
export async function searchDesk(
  permit: Permit<'read'>,
  q: string,
  page: { limit: number; skip: number },
): Promise<Found> {
  const query = searchQueryOf(q, await knownVerdicts());
  const blindness = await blindTo(database().read, permit.actor);
  const { filters, notes } = await settledFilters(permit, query);
  const told = [...query.notes, ...notes];
  if (query.phrases.length + filters.length === 0) return { items: [], notes: told, total: 0 };
  const { found, total } = await ranked(matchOf(query.phrases, filters), { ...page, blindness });
  const wanted = [
    ...query.phrases.filter(({ not }) => !not),
    ...filters.filter(({ name, not }) => name === 'claimant' && !not).flatMap(({ values }) => values.map(phraseOf)),
  ];
  return { items: await presentHits(permit, found, wanted), notes: told, total };
}
