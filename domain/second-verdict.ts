import { z } from 'zod';
import { digestOf } from './canonical';
import type { Content } from './content';
import { sourceFields, stances } from './evidence';
import { text } from './text';

/** What an editor may choose where two verdicts differ: one of them, or a third that they write. */
export const choices = ['first', 'second', 'third'] as const;
export type Choice = (typeof choices)[number];

/** Why the policy of an article asked: the claim was drawn for the share, or has one of the chosen verdicts. */
export const drawings = ['share', 'verdict'] as const;
export type Drawing = (typeof drawings)[number];

/** A source that the second reviewer found themselves; it is no evidence of the claim until somebody adds it there. */
export const ownSourceSchema = z.strictObject({
  title: sourceFields.title,
  url: sourceFields.url,
  quote: text({ max: 5000 }).nullable(),
});
export type OwnSource = z.infer<typeof ownSourceSchema>;

/** The first verdict as it stood when the second was filed. */
export const firstVerdictSchema = z.object({
  verdict: z.string().nullable(),
  rationale: z.string(),
  evidence: z.array(z.object({ number: z.int(), stance: z.enum(stances) })),
  by: z.array(z.string()).describe('Ids of the people who had contributed to the claim.'),
});
export type FirstVerdict = z.infer<typeof firstVerdictSchema>;

export const filedSchema = z.object({
  verdict: z.string().describe("The key of a value of the article's scale."),
  rationale: z.string(),
  evidence: z.array(z.int()).describe('Numbers of the claim’s evidence that it rests on.'),
  sources: z.array(ownSourceSchema).describe('Sources that the second reviewer found themselves.'),
  at: z.iso.datetime(),
  agrees: z.boolean().describe('It is the same verdict as the first was then.'),
  first: firstVerdictSchema,
});

export const adjudicationSchema = z.object({
  choice: z.enum(choices),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** An independent second verdict on a claim, asked for and perhaps filed. */
export const secondVerdictSchema = z.object({
  id: z.string(),
  blind: z
    .boolean()
    .describe(
      'The caller is who was asked and has not filed: nothing that tells of the first verdict is shown to them.',
    ),
  drawn: z.enum(drawings).nullable().describe('Why the policy of the article asked; null where an editor did.'),
  askedBy: z.string().nullable(),
  askedAt: z.iso.datetime(),
  reviewer: z.string().nullable().describe('Null while the policy asks and nobody is assigned or has taken it.'),
  filed: filedSchema.nullable(),
  adjudication: adjudicationSchema.nullable(),
});
export type SecondVerdict = z.infer<typeof secondVerdictSchema>;

/** For which claims of an article a second verdict is asked when they are submitted. */
export const secondVerdictPolicySchema = z.object({
  share: z.int().min(0).max(100).describe('Per cent of the claims, drawn by a digest of their ids.'),
  verdicts: z
    .array(text({ max: 40 }))
    .max(40)
    .describe('Keys of verdicts that always ask for a second.'),
  blocking: z.boolean().describe('No edition goes out while one is missing or two differ.'),
});
export type SecondVerdictPolicy = z.infer<typeof secondVerdictPolicySchema>;

export const noPolicy: SecondVerdictPolicy = { share: 0, verdicts: [], blocking: false };

/** Where in the draw a claim stands: a number from 0 to below 100 that follows from the two ids alone. */
export const drawOf = (articleId: string, claimId: string): number =>
  (Number.parseInt(digestOf({ articleId, claimId }).slice(0, 8), 16) / 2 ** 32) * 100;

/** Why a policy asks for a second verdict on a claim; null when it does not. */
export function drawingOf(
  { share, verdicts }: SecondVerdictPolicy,
  claim: { id: string; articleId: string; verdict: string | null },
): Drawing | null {
  if (claim.verdict !== null && verdicts.includes(claim.verdict)) return 'verdict';
  return drawOf(claim.articleId, claim.id) < share ? 'share' : null;
}

/** How far a second verdict is. */
export const secondStates = ['asked', 'agrees', 'differs', 'adjudicated'] as const;
export type SecondState = (typeof secondStates)[number];

export function secondStateOf({ filed, adjudication }: Pick<SecondVerdict, 'filed' | 'adjudication'>): SecondState {
  if (!filed) return 'asked';
  if (filed.agrees) return 'agrees';
  return adjudication ? 'adjudicated' : 'differs';
}

type Asked = Pick<Content, 'statement' | 'kind' | 'claimant' | 'saidOn' | 'saidAt' | 'about' | 'quotes'>;

/** The digest of what both judged: the claim without verdict, rationale and evidence. */
export const digestOfQuestion = ({ statement, kind, claimant, saidOn, saidAt, about, quotes }: Asked): string =>
  digestOf({ statement, kind, claimant, saidOn, saidAt, about, quotes });
