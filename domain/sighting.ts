import { z } from 'zod';

/** That somebody had a claim open in one state, which its digest names; no more than that is kept of what people look at. */
export const sightingSchema = z.object({
  person: z.string(),
  digest: z.string().describe('The digest of the claim as they saw it.'),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** A stretch of a claim's history in which it said the same: from when, until when (null: to this day). */
export type Stretch = { digest: string; from: string; until: string | null };

/** Who had a claim open while it stood so, in the order in which they first did, each once. */
export const seenDuring = (sightings: readonly Sighting[], { digest, from, until }: Stretch): string[] => [
  ...new Set(
    sightings
      .filter((seen) => seen.digest === digest && seen.lastAt >= from && (until === null || seen.firstAt < until))
      .toSorted((a, b) => (a.firstAt < b.firstAt ? -1 : 1))
      .map(({ person }) => person),
  ),
];
