import type { WaitingItem } from '@/domain/waiting';

/** An item before its article's headline is known, which is its label too where it has none of its own. */
export type Unnamed = Omit<WaitingItem, 'articleTitle'>;
