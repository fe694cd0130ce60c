import type { Permit } from '@/domain/permission';
import type { Hit, HitType } from '@/domain/search/hit';
import { articleHits } from './present/articles';
import { claimHits } from './present/claims';
import { commentHits } from './present/comments';
import { sourceHits } from './present/sources';
import type { Wanted } from './present/wanted';

/** Finds the hits of some ids of one type, for somebody who reads; what is gone since, or not for them, has none. */
type Present = (permit: Permit<'read'>, ids: readonly string[], wanted: Wanted) => Promise<Hit[]>;

const presenters: Record<HitType, Present> = {
  article: articleHits,
  claim: claimHits,
  source: sourceHits,
  comment: commentHits,
};

/** What was found as the person who asked sees it, in the order in which it was found. */
export async function presentHits(
  permit: Permit<'read'>,
  found: readonly { type: HitType; id: string }[],
  wanted: Wanted,
): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  for (const [type, present] of Object.entries(presenters) as [HitType, Present][]) {
    const ids = found.filter((each) => each.type === type).map(({ id }) => id);
    if (ids.length > 0) for (const hit of await present(permit, ids, wanted)) hits.set(hit.id, hit);
  }
  return found.flatMap(({ id }) => hits.get(id) ?? []);
}
