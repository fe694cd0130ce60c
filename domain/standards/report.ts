import { z } from 'zod';
import { claimStates } from '../workflow';
import { type Finding, findingSchema, type StandardRule, standardRules } from './rule';

/** How one claim stands to the desk's standards, for a report. */
export const reportLineSchema = z.object({
  articleId: z.string(),
  articleTitle: z.string(),
  claimId: z.string(),
  k: z.int().nullable().describe('Its number in editions.'),
  statement: z.string(),
  state: z.enum(claimStates),
  verdict: z.string().nullable().describe('The label of its verdict.'),
  approvedAt: z.iso.datetime().nullable(),
  findings: z.array(findingSchema),
});
export type ReportLine = z.infer<typeof reportLineSchema>;

/** How many claims stand how to one check. */
export const tallySchema = z.object({
  rule: findingSchema.shape.rule,
  holds: z.int(),
  waived: z.int(),
  unmet: z.int(),
});
export type Tally = z.infer<typeof tallySchema>;

/** How many of these claims hold, waive and miss each check that something was found of. */
export function tallyOf(all: readonly (readonly Finding[])[]): Tally[] {
  const findings = all.flat();
  const count = (rule: StandardRule, outcome: Finding['outcome']) =>
    findings.filter((each) => each.rule === rule && each.outcome === outcome).length;
  return standardRules
    .filter((rule) => findings.some((each) => each.rule === rule))
    .map((rule) => ({
      rule,
      holds: count(rule, 'holds'),
      waived: count(rule, 'waived'),
      unmet: count(rule, 'unmet'),
    }));
}
