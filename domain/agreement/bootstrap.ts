/** The middle 95 % of what a figure comes to in samples drawn anew. */
export type Interval = { low: number; high: number };

/** As many samples as make the second digit of an interval's ends stand. */
const DRAWS = 1000;

/** Evenly spread numbers from 0 to 1 that follow from a seed (mulberry32), so that the same claims give the same interval. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A 95 % interval of a figure by the percentile bootstrap (B. Efron, "Bootstrap methods: another look at the jackknife",
 * Annals of Statistics 7, 1979): units are drawn with replacement, the figure computed of each sample. Null of fewer than
 * two units, or where the figure says nothing of more than half of the samples.
 */
export function intervalOf<Unit>(
  units: readonly Unit[],
  figure: (sample: readonly Unit[]) => number | null,
  seed = 1,
): Interval | null {
  if (units.length < 2) return null;
  const random = randomFrom(seed);
  const found: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const value = figure(units.map(() => units[Math.floor(random() * units.length)]!));
    if (value !== null) found.push(value);
  }
  if (found.length < DRAWS / 2) return null;
  found.sort((a, b) => a - b);
  const at = (share: number) => found[Math.min(found.length - 1, Math.floor(share * found.length))]!;
  return { low: at(0.025), high: at(0.975) };
}
