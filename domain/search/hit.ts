import { z } from 'zod';
import { articleStates } from '../article';
import { verdictValueSchema } from '../scale';
import { claimStates } from '../workflow';

/** What a search finds. A source is found with a claim that cites it, a comment with the claim it is on. */
export const hitTypes = ['claim', 'article', 'source', 'comment'] as const;
export type HitType = (typeof hitTypes)[number];

/** A text with what was searched for in it: ranges in UTF-16 units, in order and apart from each other. */
export const markedSchema = z.object({
  text: z.string(),
  marks: z.array(z.object({ start: z.int().min(0), end: z.int().min(1) })),
});
export type Marked = z.infer<typeof markedSchema>;

export const hitSchema = z.object({
  type: z.enum(hitTypes),
  id: z.string(),
  label: markedSchema.describe('A headline, a statement, the title of a source, or who commented.'),
  snippet: markedSchema.nullable().describe('Some words around what was found, where that is not in the label.'),
  detail: z.string().nullable().describe('Where it belongs: a publication, an article, a publisher.'),
  articleId: z.string(),
  claimId: z.string().nullable(),
  verdict: verdictValueSchema.nullable().describe('Of a claim.'),
  state: z
    .enum([...claimStates, ...articleStates])
    .nullable()
    .describe('Of a claim or an article.'),
  at: z.iso.datetime().describe('When it was made.'),
});
export type Hit = z.infer<typeof hitSchema>;

/** Something that was asked for in a way the search does not know, which it left out. */
export const noteSchema = z.object({
  part: z.string().describe('As it was typed.'),
  message: z.string().describe('What is wrong with it, and what to write instead.'),
  suggestion: z.string().nullable().describe('To be put in the place of the part.'),
});
export type Note = z.infer<typeof noteSchema>;
