import { z } from 'zod';
import { verdictValueSchema } from './scale';
import { claimStates } from './workflow';

export const linkKinds = ['related', 'repeated'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What another claim is to this one: related both ways, or one says again what the other said. */
export const relations = ['related', 'repeats', 'repeated-by'] as const;
export type Relation = (typeof relations)[number];

/** A claim as a link to it shows it. */
export const linkedClaimSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  articleTitle: z.string(),
  statement: z.string(),
  state: z.enum(claimStates),
  verdict: verdictValueSchema.nullable(),
});
export type LinkedClaim = z.infer<typeof linkedClaimSchema>;

export const claimLinkSchema = z.object({
  id: z.string(),
  relation: z
    .enum(relations)
    .describe('What the other claim is to this one: it is related, this repeats it, or it repeats this.'),
  claim: linkedClaimSchema.describe('The other claim.'),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type ClaimLink = z.infer<typeof claimLinkSchema>;
