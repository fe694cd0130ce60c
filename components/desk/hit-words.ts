import type { Hit, HitType } from '@/domain/search/hit';

export const typeWords: Record<HitType, string> = {
  article: 'Articles',
  claim: 'Claims',
  source: 'Sources',
  comment: 'Comments',
};

/** Where a thing that was found is read: the article, with the claim open that it belongs to. */
export const hrefOfHit = ({ articleId, claimId }: Pick<Hit, 'articleId' | 'claimId'>): string =>
  `/articles/${articleId}${claimId ? `#claim-${claimId}` : ''}`;
