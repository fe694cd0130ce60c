/** Two independent verdicts on one claim: the first and the second. */
export type Pair = readonly [first: string, second: string];

/** How many pairs have which verdicts: rows by the first, columns by the second, both in the order of `values`. */
export const confusionOf = (pairs: readonly Pair[], values: readonly string[]): number[][] =>
  values.map((row) =>
    values.map((column) => pairs.filter(([first, second]) => first === row && second === column).length),
  );
