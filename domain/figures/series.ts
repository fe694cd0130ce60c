/** What was counted in a week, under a name. */
export type Counted = { week: string; key: string; count: number };

/** One count for each of `weeks` under each of `keys`, nothing where nothing was counted. */
export function seriesOf(rows: readonly Counted[], weeks: readonly string[], keys: readonly string[]): number[][] {
  const counts = new Map(rows.map(({ week, key, count }) => [`${week} ${key}`, count]));
  return keys.map((key) => weeks.map((week) => counts.get(`${week} ${key}`) ?? 0));
}
