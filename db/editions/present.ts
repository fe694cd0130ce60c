import type { Edition } from '@/domain/contract/editions';
import type { Tier, Withdrawal } from '@/domain/edition';
import type { Erased } from '@/domain/erasure';
import type { editions } from '../schema';

type Head = Pick<
  typeof editions.$inferSelect,
  'slug' | 'number' | 'digest' | 'previousDigest' | 'note' | 'tier' | 'publishedBy' | 'publishedAt'
> & {
  /** the number of the revision it annotates */
  revision: number;
  withdrawal: Withdrawal | null;
  erased: Erased | null;
};

/** An edition as the desk lists it beside the article's newest revision; `publishedBy` is the id of the person. */
export const presentEdition = ({ slug, tier, ...head }: Head, newest: number): Edition => ({
  number: head.number,
  url: `/a/${encodeURIComponent(slug)}/${head.number}`,
  digest: head.digest,
  previousDigest: head.previousDigest,
  note: head.erased ? null : head.note,
  tier: tier as Tier | null,
  revision: head.revision,
  newerRevision: newest > head.revision ? newest : null,
  publishedBy: head.publishedBy,
  publishedAt: head.publishedAt,
  withdrawal: head.withdrawal,
  erased: head.erased,
});
