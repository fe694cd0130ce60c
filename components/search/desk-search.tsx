'use client';
import { call } from '@/client/call';
import type { Hit as Found } from '@/domain/search/hit';
import { type Hit, useCommandSearch } from '../ui/command-search';
import { hrefOfHit, searchHref, typeWords } from './hit-words';

/** As many as fit into the palette; the page of results has the rest. */
const MOST = '10';

const hitOf = (hit: Found): Hit => ({
  id: `${hit.type} ${hit.id}`,
  label: hit.label.text,
  detail: hit.detail ?? undefined,
  group: typeWords[hit.type],
  href: hrefOfHit(hit),
});

const everything = (q: string, total: number): Hit => ({
  id: 'everything',
  label: total > Number(MOST) ? `All ${total.toLocaleString('en-GB')} for “${q}”` : `Search for “${q}” with filters`,
  group: 'Search',
  href: searchHref(q),
});

async function search(q: string, signal: AbortSignal): Promise<Hit[]> {
  const asked = q.slice(0, 500);
  const answer = await call('searchDesk', { query: { q: asked, limit: MOST }, signal });
  return answer.ok ? [...answer.value.items.map(hitOf), everything(asked, answer.value.total)] : [];
}

/** Lets the command palette find articles, claims, sources and comments on every page of the desk. Draws nothing. */
export function DeskSearch(): null {
  useCommandSearch(search);
  return null;
}
