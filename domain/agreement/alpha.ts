/** The square of how far two values lie apart, given how often each value was used, in their order. */
type Distance = (a: number, b: number, counts: readonly number[]) => number;

const nominal: Distance = (a, b) => (a === b ? 0 : 1);

/** As many ranks as lie between the two, each end counted by half. */
const ordinal: Distance = (a, b, counts) => {
  const [low, high] = a < b ? [a, b] : [b, a];
  const between = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
  return (between - (counts[low]! + counts[high]!) / 2) ** 2;
};

/**
 * The coincidence matrix: how often two people gave a unit the values `row` and `column`, each unit counting as much as
 * it has ratings. Units with one rating say nothing of agreement and are left out.
 */
function coincidences(units: readonly (readonly number[])[], size: number): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const ratings of units) {
    if (ratings.length < 2) continue;
    const weight = 1 / (ratings.length - 1);
    for (const [at, a] of ratings.entries()) {
      for (const [other, b] of ratings.entries()) if (at !== other) matrix[a]![b]! += weight;
    }
  }
  return matrix;
}

/**
 * Krippendorff's alpha of units that any number of people rated with values of `values`: 1 for agreement throughout, 0 as
 * by chance (K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011). `level` says whether the values merely
 * differ or stand in the order of `values`. Null where it says nothing: fewer than two ratings of any unit, or no two
 * values in use. A value that is not of `values` throws.
 */
export function krippendorffAlpha(
  units: readonly (readonly string[])[],
  values: readonly string[],
  level: 'nominal' | 'ordinal',
): number | null {
  const indexOf = new Map(values.map((value, index) => [value, index]));
  const rated = units.map((ratings) =>
    ratings.map((value) => {
      const index = indexOf.get(value);
      if (index === undefined) throw new Error(`“${value}” is none of the values`);
      return index;
    }),
  );
  const matrix = coincidences(rated, values.length);
  const counts = matrix.map((row) => row.reduce((sum, many) => sum + many, 0));
  const total = counts.reduce((sum, many) => sum + many, 0);
  const distance = level === 'nominal' ? nominal : ordinal;
  let [observed, expected] = [0, 0];
  for (let a = 0; a < values.length; a += 1) {
    for (let b = 0; b < values.length; b += 1) {
      const apart = distance(a, b, counts);
      observed += matrix[a]![b]! * apart;
      expected += counts[a]! * counts[b]! * apart;
    }
  }
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}
