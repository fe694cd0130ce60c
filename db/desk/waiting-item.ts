import type { WaitingReason } from '@/domain/waiting';
import type { ClaimState } from '@/domain/workflow';

/** Something that waits for a person: a claim, an article that is theirs, or a text found at an article's address. */
export type WaitingItem = {
  id: string;
  articleId: string;
  articleTitle: string;
  claimId: string | null;
  /** what it states, or its headline */
  label: string;
  /** of a claim */
  state: ClaimState | null;
  dueAt: string | null;
  /** the most pressing first */
  reasons: [WaitingReason, ...WaitingReason[]];
};

/** An item before its article's headline is known, which is its label too where it has none of its own. */
export type Unnamed = Omit<WaitingItem, 'articleTitle'>;
