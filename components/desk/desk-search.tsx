'use client';
import { call } from '@/client/call';
import type { Hit as Found } from '@/domain/contract/desk';
import { type Hit, useCommandSearch } from '../ui/command-search';

const groups: Record<Found['type'], string> = { article: 'Articles', claim: 'Claims', source: 'Sources' };

const hitOf = ({ type, id, label, detail, articleId, claimId }: Found): Hit => ({
  id: `${type} ${id}`,
  label,
  detail: detail ?? undefined,
  group: groups[type],
  href: `/articles/${articleId}${claimId ? `#claim-${claimId}` : ''}`,
});

async function search(q: string, signal: AbortSignal): Promise<Hit[]> {
  const answer = await call('searchDesk', { query: { q: q.slice(0, 200) }, signal });
  return answer.ok ? answer.value.items.map(hitOf) : [];
}

/** Lets the command palette find articles, claims and sources on every page of the desk. Draws nothing. */
export function DeskSearch(): null {
  useCommandSearch(search);
  return null;
}
