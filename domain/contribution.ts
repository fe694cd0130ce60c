/** One person's unbroken run of edits: the claim's digest just before it and just after it. */
export type Contribution = { person: string; before: string; after: string };

/**
 * The runs after one more edit. Consecutive edits of one person are one run, and a run that ends where it began
 * (typed and undone, or a field outside the digest) is no contribution.
 */
export const recordEdit = (runs: readonly Contribution[], edit: Contribution): Contribution[] => {
  const last = runs.at(-1);
  const run = last?.person === edit.person ? { ...last, after: edit.after } : edit;
  const kept = last?.person === edit.person ? runs.slice(0, -1) : [...runs];
  return run.before === run.after ? kept : [...kept, run];
};

/** People whose work came to a claim from another one, when it was split off that or when that was merged into it. */
export type Carried = { from: string; people: string[] };

/**
 * Who contributed to a claim (product.md, rule 3): its creator (a conclusion has none), and everybody who edited it, unless the digest,
 * then or later, again equals that from just before their edit. Later edits by others wash nobody out. Whoever
 * contributed to what came from another claim contributed too, whatever the digests, for as long as it is here.
 */
export const contributorsOf = (
  createdBy: string | null,
  runs: readonly Contribution[],
  carried: readonly Carried[] = [],
): string[] => {
  const lastReached = new Map(runs.map((run, index) => [run.after, index]));
  const standing = runs.filter((run, index) => (lastReached.get(run.before) ?? -1) < index);
  const creator = createdBy === null ? [] : [createdBy];
  return [...new Set([...creator, ...standing.map((run) => run.person), ...carried.flatMap(({ people }) => people)])];
};
