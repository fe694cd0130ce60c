import { z } from 'zod';
import { anchorSchema } from './anchor';
import { text } from './text';

/** What is said in a discussion: Markdown, the subset of rationales; `@{id}` mentions a person. */
export const bodySchema = text({ max: 10_000 })
  .refine((body) => body.trim() !== '', { error: 'Write something first.' })
  .describe('Markdown, a safe subset; @{id} mentions a person.');

export const commentSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  claimId: z.string().nullable(),
  body: z.string().describe('Markdown; @{id} mentions a person. Empty once it was withdrawn.'),
  mentions: z.array(z.string()).describe('Ids of the people it mentions.'),
  earlier: z
    .array(z.object({ body: z.string(), at: z.iso.datetime() }))
    .describe('What it said before it was edited, oldest first.'),
  editedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable().describe('Withdrawn by its author: its words are deleted, its place stays.'),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type Comment = z.infer<typeof commentSchema>;

/** What a thread is on: a claim, a piece of its evidence, or words of the article. */
export const threadSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  claimId: z.string().nullable().describe('Null for a thread on words of the article.'),
  evidenceId: z.string().nullable(),
  decisionId: z.string().nullable().describe('The return that opened it.'),
  anchor: anchorSchema.nullable().describe('Where the words stand that it is on, in the newest revision.'),
  quote: z.string().nullable().describe('Those words as they were selected.'),
  resolved: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  comments: z.array(commentSchema).describe('Oldest first.'),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type Thread = z.infer<typeof threadSchema>;

export const isOpen = ({ resolved }: Pick<Thread, 'resolved'>): boolean => resolved === null;

/** How many threads on a claim, its evidence included, are open. */
export const openThreadsOf = (claimId: string, threads: readonly Pick<Thread, 'claimId' | 'resolved'>[]): number =>
  threads.filter((thread) => thread.claimId === claimId && isOpen(thread)).length;
