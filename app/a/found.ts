import type { EditionHead } from '@/db/editions/public';

/** An edition that was asked for, and the later ones. */
export type Found = {
  slug: string;
  head: EditionHead;
  later: EditionHead[];
  numbered: boolean;
  /** where we are served: what absolute addresses begin with */
  origin: string;
};
