import type { Hit, HitType } from '@/domain/search/hit';
import type { FilterName } from '@/domain/search/query';

export const typeWords: Record<HitType, string> = {
  claim: 'Claims',
  article: 'Articles',
  source: 'Sources',
  comment: 'Comments',
};

/** One of each, as it stands beside something that was found. */
export const typeWord: Record<HitType, string> = {
  claim: 'Claim',
  article: 'Article',
  source: 'Source',
  comment: 'Comment',
};

/** Where a thing that was found is read: the article, with the claim open that it belongs to. */
export const hrefOfHit = ({ articleId, claimId }: Pick<Hit, 'articleId' | 'claimId'>): string =>
  `/articles/${articleId}${claimId ? `#claim-${claimId}` : ''}`;

export const searchHref = (q: string): string => `/search?${new URLSearchParams({ q })}`;

/** What each filter is for, with an example that can be tried. */
export const filterHelp: readonly { name: FilterName; does: string; example: string }[] = [
  { name: 'verdict', does: 'Claims with a verdict, or verdict:none', example: 'verdict:false' },
  { name: 'claimant', does: 'Claims by who made them', example: 'claimant:"Ines Varga"' },
  { name: 'state', does: 'How far a claim or an article is; is: does the same', example: 'is:approved' },
  { name: 'kind', does: 'Claims of a kind', example: 'kind:number' },
  { name: 'type', does: 'Only claims, articles, sources or comments', example: 'type:source' },
  { name: 'by', does: 'What somebody made or worked on', example: 'by:me' },
  { name: 'assignee', does: 'Claims assigned to somebody, or to nobody', example: 'assignee:nobody' },
  { name: 'article', does: 'Claims and comments of an article, by words of its headline', example: 'article:ferry' },
  { name: 'before', does: 'Made before a day, a month or a year', example: 'before:2026-11-01' },
  { name: 'after', does: 'Made on that day or later', example: 'after:2026-03' },
];
