import { z } from 'zod';
import { claimFields, claimSchema } from '../claim';
import { roleSchema } from '../person';
import { choices, ownSourceSchema, secondVerdictPolicySchema } from '../second-verdict';
import { text } from '../text';
import { addresses } from './addresses';
import { listOf, route } from './route';

export const askSecondVerdictSchema = z.strictObject({
  reviewer: text({ max: 64, min: 1 }).describe('The id of somebody who has had nothing to do with the claim.'),
});

const rationale = claimFields.rationale.refine((words) => words.trim() !== '', { error: 'Write the rationale.' });

const ownSource = z.strictObject({
  ...ownSourceSchema.shape,
  url: ownSourceSchema.shape.url.optional(),
  quote: ownSourceSchema.shape.quote.optional(),
});

export const fileSecondVerdictSchema = z.strictObject({
  verdict: text({ max: 40 }),
  rationale,
  evidence: z.array(z.int().min(1)).max(1000).optional().describe('Numbers of the claim’s evidence that it rests on.'),
  sources: z.array(ownSource).max(50).optional().describe('Sources that the second reviewer found themselves.'),
});
export type FileSecondVerdict = z.infer<typeof fileSecondVerdictSchema>;

export const adjudicateSchema = z.strictObject({
  choice: z.enum(choices),
  verdict: text({ max: 40 }).nullable().optional().describe('With `third`: its key.'),
  rationale: rationale.optional().describe('With `third`.'),
  reason: text({ max: 5000 }).refine((reason) => reason.trim() !== '', {
    error: 'Say why: the reason stays with the claim.',
  }),
});
export type Adjudicate = z.infer<typeof adjudicateSchema>;

export const secondReviewerSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  reason: z.string().nullable().describe('Why they cannot be asked; null for who can.'),
});
export type SecondReviewer = z.infer<typeof secondReviewerSchema>;

export const secondVerdictRoutes = {
  askSecondVerdict: route(addresses.askSecondVerdict, {
    summary: 'Ask somebody for an independent second verdict on a claim',
    access: 'decide',
    body: askSecondVerdictSchema,
    status: 200,
    answer: claimSchema,
    etag: true,
  }),
  fileSecondVerdict: route(addresses.fileSecondVerdict, {
    summary: 'File the second verdict that one was asked for, against the claim as one was shown it',
    access: 'annotate',
    body: fileSecondVerdictSchema,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  withdrawSecondVerdict: route(addresses.withdrawSecondVerdict, {
    summary: 'Withdraw a second verdict that is not filed; whoever was asked declines it so',
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  takeSecondVerdict: route(addresses.takeSecondVerdict, {
    summary: 'Take a second verdict that the article’s policy drew for its share of claims',
    access: 'annotate',
    status: 200,
    answer: claimSchema,
    etag: true,
  }),
  listSecondReviewers: route(addresses.listSecondReviewers, {
    summary: 'Who can be asked for a second verdict on a claim, and why others cannot',
    access: 'decide',
    answer: listOf(secondReviewerSchema),
  }),
  adjudicate: route(addresses.adjudicate, {
    summary: 'Choose between two verdicts that differ, or write a third, with the reason',
    access: 'decide',
    body: adjudicateSchema,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  readSecondVerdictPolicy: route(addresses.readSecondVerdictPolicy, {
    summary: 'For which claims of an article a second verdict is asked',
    access: 'decide',
    answer: secondVerdictPolicySchema,
    etag: true,
  }),
  setSecondVerdictPolicy: route(addresses.setSecondVerdictPolicy, {
    summary: 'Say for which claims of an article a second verdict is asked when they are submitted',
    access: 'decide',
    body: z.strictObject(secondVerdictPolicySchema.shape),
    answer: secondVerdictPolicySchema,
    ifMatch: 'required',
    etag: true,
  }),
};
