import { type ClaimFilter, type ClaimSort, filterNames } from '@/domain/claim-filter';

export const boardViews = ['board', 'list', 'articles'] as const;
export type BoardView = (typeof boardViews)[number];

/** What a board shows, all of it in its address. */
export type Shown = { view: BoardView; filter: ClaimFilter; sort: ClaimSort };

/** The address of a board; what goes without saying is left out of it. */
export function boardAddress({ view, filter, sort }: Shown): string {
  const query = new URLSearchParams();
  if (view !== 'board') query.set('view', view);
  for (const name of filterNames) if (filter[name]) query.set(name, filter[name]);
  if (view === 'list' && sort !== 'due') query.set('sort', sort);
  const said = query.toString();
  return said ? `/board?${said}` : '/board';
}
