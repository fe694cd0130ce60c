import { z } from 'zod';

/** The desk's checks, in the order in which an editor would ask. */
export const standardRules = [
  'two-sources',
  'primary-source',
  'passage-quoted',
  'contrary-evidence',
  'no-self-source',
  'sources-in-time',
  'right-of-reply',
  'close-wording',
  'text-settled',
  'open-threads',
  'second-person',
] as const;
export type StandardRule = (typeof standardRules)[number];
export const standardRuleSchema = z.enum(standardRules);

export const standardLevels = ['off', 'warning', 'blocking'] as const;
export type StandardLevel = (typeof standardLevels)[number];

/** How each check is set at a desk. */
const level = z.enum(standardLevels);
export const levelsSchema = z.strictObject(
  Object.fromEntries(standardRules.map((rule) => [rule, level])) as Record<StandardRule, typeof level>,
);
export type Levels = z.infer<typeof levelsSchema>;

/** Checks that can be waived for one claim, with a reason. */
export const waivableRules = [
  'two-sources',
  'primary-source',
  'passage-quoted',
  'right-of-reply',
  'close-wording',
] as const satisfies readonly StandardRule[];
export type WaivableRule = (typeof waivableRules)[number];

/** Why one claim need not meet a check: the sole-source reason, for one. Outside the digest, on the record. */
export const waiverSchema = z.object({
  id: z.string(),
  rule: z.enum(waivableRules),
  reason: z.string(),
  by: z.string().describe('The id of who gave the reason.'),
  at: z.iso.datetime(),
});
export type Waiver = z.infer<typeof waiverSchema>;

/**
 * How one claim stands to one check. `unmet` is what the check is about, save where it is `waived`; `does-not-apply`
 * where the check asks nothing of this claim.
 */
export const findingSchema = z.object({
  rule: standardRuleSchema,
  level: z.enum(['warning', 'blocking']),
  outcome: z.enum(['holds', 'waived', 'unmet', 'does-not-apply']),
  message: z.string().describe('What holds, or what is missing and what to do.'),
  pointer: z.string().nullable().describe('JSON pointer to the field of the claim that it is about.'),
  evidence: z.array(z.int()).describe('Numbers of the evidence that it is about.'),
  waiver: waiverSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
