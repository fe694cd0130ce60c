import type { Span } from './anchor';

/** A stretch of text that one claim covers; a claim may cover several. */
export type Range = Span & { id: string };

/** A stretch that is covered by the same claims throughout, the one with the smallest range first. */
export type Segment = Span & { ids: string[] };

const bySize = (a: Range, b: Range): number =>
  a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Where `rank` stands or would stand in a sorted list. */
function placeOf(ranks: number[], rank: number): number {
  let low = 0;
  let high = ranks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranks[middle]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Overlapping ranges cut into flat segments, in order and without the stretches that nothing covers. Empty ranges are
 * left out. Takes O(n log n) and the length of what it gives back.
 */
export function segments(ranges: readonly Range[]): Segment[] {
  const ranked = ranges.filter(({ start, end }) => start < end).sort(bySize);
  const edges = ranked
    .flatMap(({ start, end }, rank) => [
      { at: start, rank, opens: true },
      { at: end, rank, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const open: number[] = [];
  const found: Segment[] = [];
  let from = 0;
  for (const { at, rank, opens } of edges) {
    if (open.length > 0 && from < at) {
      found.push({ start: from, end: at, ids: [...new Set(open.map((each) => ranked[each]!.id))] });
    }
    from = at;
    open.splice(placeOf(open, rank), opens ? 0 : 1, ...(opens ? [rank] : []));
  }
  return found;
}
