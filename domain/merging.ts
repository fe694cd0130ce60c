import { ok, type Result, refuse } from './result';

/** A piece of evidence that moved to another claim: its number there, and the one it had. */
export type MovedEvidence = { id: string; was: number; is: number };

/** Evidence under the next numbers of the claim that takes it, in the order it had. */
export const renumbered = (evidence: readonly { id: string; number: number }[], next: number): MovedEvidence[] =>
  [...evidence]
    .sort((a, b) => a.number - b.number)
    .map(({ id, number }, index) => ({ id, was: number, is: next + index }));

type Mergeable = { id: string; articleId: string; isDropped: boolean };

/** Whether one claim can be merged into another: both are of one article, and the other stands. */
export function mayMerge(claim: Mergeable, into: Mergeable): Result<true> {
  const wrong = (rule: string, message: string) =>
    refuse('rule', rule, message, { pointer: '/into', claimId: into.id });
  if (claim.id === into.id) return wrong('same-claim', 'A claim cannot be merged into itself. Choose another one.');
  if (claim.articleId !== into.articleId)
    return wrong('other-article', 'Only claims of one article can be merged. Choose one of the same article.');
  if (into.isDropped)
    return wrong('into-dropped', 'That claim is dropped. Restore it first, or choose one that stands.');
  return ok(true);
}

type Span = { start: number; end: number };

/** How much of two spans is the same, in UTF-16 units. */
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Claims in the order in which they are likely to say the same as one: by how much of its words they share, then by distance. */
export function likeliestFirst<T>(one: Span | null, others: readonly T[], spanOf: (other: T) => Span | null): T[] {
  const shared = (span: Span | null) => (one && span ? overlap(one, span) : 0);
  const apart = (span: Span | null) => (one && span ? Math.abs(one.start - span.start) : Number.POSITIVE_INFINITY);
  return [...others].sort((a, b) => {
    const [here, there] = [spanOf(a), spanOf(b)];
    const nearer = apart(here) - apart(there);
    return shared(there) - shared(here) || (Number.isNaN(nearer) ? 0 : nearer);
  });
}
