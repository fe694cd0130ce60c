import type { Span } from '../anchor';

/** How many units two texts begin with alike, and how many they end with alike; the two may overlap. */
export type Edges = { head: number; tail: number };

export function commonEdges(one: string, other: string): Edges {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail))
    tail += 1;
  return { head, tail };
}

/**
 * Where a span stands that lies wholly in what both texts begin or end with, so that whatever was put in or taken out
 * stands beside it; null when it does not. In both, it keeps to the side that agrees with it further.
 */
export function placeAtEdge(
  { start, end }: Span,
  { head, tail }: Edges,
  oldLength: number,
  newLength: number,
): Span | null {
  const afterHead = head - end;
  const beforeTail = start - (oldLength - tail);
  if (afterHead < 0 && beforeTail < 0) return null;
  const shift = afterHead >= beforeTail ? 0 : newLength - oldLength;
  return { start: start + shift, end: end + shift };
}
