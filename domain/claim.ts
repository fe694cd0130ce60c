import { z } from 'zod';
import { aboutSchema } from './about';
import { anchorSchema } from './anchor';
import { approachSchema } from './approach';
import { claimantSchema } from './claimant';
import { contentSchema } from './content';
import { dueSchema } from './due';
import { erasedSchema } from './erasure';
import { evidenceSchema } from './evidence';
import { secondVerdictSchema } from './second-verdict';
import { settlementSchema, unsettledSchema } from './settling';
import { waiverSchema } from './standards/rule';
import { suggestionSchema } from './suggestion';
import { text } from './text';
import { webAddress } from './web-address';
import { claimStates } from './workflow';

export const claimKinds = [
  'event',
  'number',
  'quotation',
  'cause',
  'position',
  'media',
  'prediction',
  'opinion',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimFields = {
  statement: text({ max: 2000 }),
  claimant: claimantSchema.nullable(),
  kind: z.enum(claimKinds),
  saidOn: z.iso.date({ error: 'Give the date as YYYY-MM-DD.' }).nullable(),
  saidAt: webAddress.nullable(),
  verdict: z.string().max(40).nullable().describe("The key of a value of the article's scale."),
  rationale: text({ max: 20_000 }).describe('Markdown, a safe subset; [2] cites evidence 2.'),
};

export const decisionSchema = z.object({
  id: z.string(),
  outcome: z.enum(['approve', 'return']),
  note: z.string().nullable(),
  digest: z.string(),
  override: z
    .object({
      reason: z.string(),
      confirmed: z
        .object({ by: z.string(), at: z.iso.datetime() })
        .optional()
        .describe('A second person’s word on it in retrospect, by the name that editions credit. Absent before.'),
    })
    .nullable(),
  suggestion: suggestionSchema.nullable().describe('Wording that came with a return.'),
  decidedBy: z.string(),
  decidedAt: z.iso.datetime(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const claimSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  k: z.int().nullable().describe('Its number in editions, given at first publication and never reused.'),
  state: z.enum(claimStates),
  digest: z.string(),
  anchor: anchorSchema.nullable(),
  alsoAt: z.array(anchorSchema),
  about: aboutSchema.nullable(),
  unsettled: unsettledSchema
    .nullable()
    .describe('Its words changed or are lost in the article, and a person has to say what becomes of it.'),
  kept: z
    .object({ revision: z.int().min(1), since: z.iso.datetime() })
    .nullable()
    .describe('A person keeps it as it stood; since when its words, or some of them, are no longer in the article.'),
  settlement: settlementSchema.nullable().describe('The latest settlement in the newest revision, or a keep in force.'),
  quotes: z.array(z.string()).describe('The words as a person last selected or settled them.'),
  ...claimFields,
  evidence: z.array(evidenceSchema),
  nextEvidence: z.int().min(1).describe('The number that the next piece of evidence gets; numbers are never reused.'),
  approaches: z.array(approachSchema).describe('Who was asked for a reply to it, and what came of that.'),
  waivers: z.array(waiverSchema).describe('Why it need not meet some of the desk’s standards.'),
  decision: decisionSchema.nullable().describe('The latest decision.'),
  approved: z
    .object({ digest: z.string(), content: contentSchema })
    .nullable()
    .describe('What the latest approval decided on, to compare with what stands now.'),
  dropped: z
    .object({
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      mergedInto: z.string().nullable().describe('The claim that took its evidence, of one dropped as a duplicate.'),
    })
    .nullable(),
  erased: erasedSchema.nullable().describe('Its words were erased on request after it was withdrawn, for good.'),
  secondVerdict: secondVerdictSchema
    .nullable()
    .describe('An independent second verdict asked for; whoever has to file it is shown the claim without the first.'),
  contributors: z.array(z.string()).describe('Ids of the people who may not decide on it.'),
  assignee: z.string().nullable(),
  dueAt: dueSchema.describe('When it should be done; no part of its digest.'),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Claim = z.infer<typeof claimSchema>;

/** What stands for a claim in one line: its statement, else its first quote; empty while it has neither. */
export const lineOfClaim = ({ statement, quotes }: { statement: string; quotes: readonly string[] }): string =>
  statement || quotes[0] || '';

const digits = /\p{Nd}/u;
const quotationMarks = /["“”„«»「」]/u;

/** A first guess at a claim's kind from its words, for a person to change: quotation marks, then digits, else an event. */
export const suggestKind = (quote: string): ClaimKind =>
  quotationMarks.test(quote) ? 'quotation' : digits.test(quote) ? 'number' : 'event';
