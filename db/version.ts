import { etagOf } from '@/domain/canonical';
import { ok, type Result, refuse, stale } from '@/domain/result';

/** The entity tags a write was made against, as If-Match named them; null where the header was absent. */
export type Expected = readonly string[] | null;

/** Whether a write was made against what stands now; if not, the refusal holds what does. */
export function isCurrent(expected: Expected, representation: unknown, what: string): Result<true> {
  if (!expected) {
    return refuse(
      'unversioned',
      'needs-if-match',
      `Say which version of the ${what} you change: send its ETag as If-Match.`,
    );
  }
  return expected.includes(etagOf(representation)) ? ok(true) : stale(representation, what);
}
