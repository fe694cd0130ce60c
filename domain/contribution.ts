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

/**
 * Who contributed to a claim (product.md, rule 3): its creator (a conclusion has none), and everybody who edited it, unless the digest,
 * then or later, again equals that from just before their edit. Later edits by others wash nobody out.
 */
export const contributorsOf = (createdBy: string | null, runs: readonly Contribution[]): string[] => {
  const lastReached = new Map(runs.map((run, index) => [run.after, index]));
  const standing = runs.filter((run, index) => (lastReached.get(run.before) ?? -1) < index);
  return [...new Set([...(createdBy === null ? [] : [createdBy]), ...standing.map((run) => run.person)])];
};
