'use client';
import { call } from '@/client/call';
import type { Hit as Found } from '@/domain/search/hit';
import { type Hit, useCommandSearch } from '../ui/command-search';
import { hrefOfHit, typeWords } from './hit-words';

const hitOf = (hit: Found): Hit => ({
  id: `${hit.type} ${hit.id}`,
  label: hit.label.text,
  detail: hit.detail ?? undefined,
  group: typeWords[hit.type],
  href: hrefOfHit(hit),
});

async function search(q: string, signal: AbortSignal): Promise<Hit[]> {
  const answer = await call('searchDesk', { query: { q: q.slice(0, 500), limit: '12' }, signal });
  return answer.ok ? answer.value.items.map(hitOf) : [];
}

/** Lets the command palette find articles, claims, sources and comments on every page of the desk. Draws nothing. */
export function DeskSearch(): null {
  useCommandSearch(search);
  return null;
}
