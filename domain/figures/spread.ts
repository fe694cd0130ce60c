/** How long things took, in hours: half took no longer than `median`, nine in ten no longer than `most`. */
export type Spread = { count: number; median: number; most: number };

/** The value below which a share of sorted values lies, between two of them by their distance. */
const quantile = (sorted: readonly number[], share: number): number => {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
};

/** The spread of some durations, or null of none. */
export function spreadOf(hours: readonly number[]): Spread | null {
  if (hours.length === 0) return null;
  const sorted = [...hours].sort((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), most: quantile(sorted, 0.9) };
}
