import { z } from 'zod';
import { digestOf } from './canonical';
import { decisionSchema } from './claim';
import type { Problem } from './result';
import { text } from './text';
import { claimStates } from './workflow';

/** Stands for the conclusion wherever ids of claims say what goes out as last approved; no id reads like it. */
export const conclusionKey = 'conclusion';

export const conclusionText = text({ max: 5000 }).describe('Markdown, a safe subset.');

/**
 * What a desk says of an article as a whole: a paragraph above the counts, decided on like a claim. Every article has
 * one; that nobody wrote is an empty draft. It is never dropped: who empties it takes it out.
 */
export const conclusionSchema = z.object({
  articleId: z.string(),
  state: z.enum(claimStates).describe('As of a claim; never `dropped`.'),
  text: conclusionText,
  digest: z.string(),
  decision: decisionSchema.omit({ suggestion: true }).nullable().describe('The latest decision.'),
  approved: z
    .object({ digest: z.string(), text: z.string() })
    .nullable()
    .describe('What the latest approval decided on, to compare with what stands now.'),
  submitted: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  contributors: z.array(z.string()).describe('Ids of the people who may not decide on it.'),
  updatedAt: z.iso.datetime().nullable().describe('Null while nobody has written it.'),
});
export type Conclusion = z.infer<typeof conclusionSchema>;

/** The digest an approval of a conclusion belongs to. */
export const digestOfConclusion = (words: string): string => digestOf({ conclusion: words });

/** What is still missing before a conclusion can be submitted. */
export const missingFromConclusion = (words: string): Problem[] =>
  words.trim() ? [] : [{ rule: 'needs-conclusion', pointer: '/text', message: 'Write the conclusion.' }];
