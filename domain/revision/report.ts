import { z } from 'zod';
import { aboutSchema } from '../about';
import { anchorStates } from '../anchor';
import { revisionHeadSchema } from '../article';
import { settlementSchema } from '../settling';
import { claimStates } from '../workflow';
import { findingSchema } from './place';

/** What a new revision did to one claim, and whether a person has settled it since. */
export const reportedClaimSchema = z.object({
  claimId: z.string(),
  k: z.int().nullable(),
  statement: z.string(),
  about: aboutSchema.nullable(),
  verdict: z.string().nullable(),
  claimState: z.enum(claimStates).describe('Where the claim stands in its lifecycle now.'),
  state: z.enum(anchorStates).describe('What was found of its anchor, or of the headline for a claim about that.'),
  anchor: findingSchema.nullable().describe('Null for a claim about an image or the article as a whole.'),
  alsoAt: z.array(findingSchema).describe('The same for each place where it stands again.'),
  unsettled: z.boolean().describe('A person still has to settle it.'),
  settlement: settlementSchema.nullable().describe('How a person settled it in this revision.'),
});
export type ReportedClaim = z.infer<typeof reportedClaimSchema>;

/** What a revision did to the claims of its article; dropped ones are left out. */
export const reportSchema = z.object({
  revision: revisionHeadSchema,
  base: z.int().min(1).describe('The revision it is compared with: the one before.'),
  headline: z.object({ was: z.string(), now: z.string() }).nullable().describe('Where the headline changed.'),
  counts: z.object({ exact: z.int(), moved: z.int(), changed: z.int(), lost: z.int() }),
  unsettled: z.int().describe('How many claims a person still has to settle.'),
  claims: z.array(reportedClaimSchema).describe('In the order in which they were made.'),
});
export type Report = z.infer<typeof reportSchema>;

/** How many claims were found in which state. */
export function countsOf(claims: readonly Pick<ReportedClaim, 'state'>[]): Report['counts'] {
  const counts = { exact: 0, moved: 0, changed: 0, lost: 0 };
  for (const { state } of claims) counts[state] += 1;
  return counts;
}
