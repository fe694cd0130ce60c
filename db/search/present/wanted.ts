import type { Marked } from '@/domain/search/hit';
import { snippetOf } from '@/domain/search/marked';
import type { Phrase } from '@/domain/search/query';

/** What was searched for, to be marked in what is shown. */
export type Wanted = readonly Phrase[];

/** Some words of the first of these texts in which anything stands that was searched for. */
export function snippetAmong(texts: readonly (string | null)[], wanted: Wanted): Marked | null {
  for (const text of texts) {
    const snippet = text && snippetOf(text, wanted);
    if (snippet) return snippet;
  }
  return null;
}
