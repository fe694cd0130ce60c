import { z } from 'zod';
import { bodySchema, commentSchema, threadSchema } from '../discussion';
import { addresses } from './addresses';
import { selectionSchema } from './claims';
import { listOf, pageQuery, route } from './route';

export const newCommentSchema = z.strictObject({
  body: bodySchema,
  evidenceId: z.string().max(64).optional().describe('A piece of the claim’s evidence that the thread is on.'),
});
export type NewComment = z.infer<typeof newCommentSchema>;

export const newThreadSchema = z.strictObject({
  body: bodySchema,
  anchor: selectionSchema,
  revision: z.int().min(1).optional().describe('The revision the offsets were read from; a stale one → 412.'),
});
export type NewThread = z.infer<typeof newThreadSchema>;

const said = z.strictObject({ body: bodySchema });

export const discussionRoutes = {
  listComments: route(addresses.listComments, {
    summary: 'What was said on a claim and its evidence, oldest first, each with its thread',
    access: 'read',
    query: z.object(pageQuery),
    answer: listOf(commentSchema),
    paged: true,
  }),
  addComment: route(addresses.addComment, {
    summary: 'Open a thread on a claim, or on a piece of its evidence',
    access: 'annotate',
    body: newCommentSchema,
    answer: commentSchema,
    etag: true,
  }),
  listThreads: route(addresses.listThreads, {
    summary: 'The threads on the words, claims and evidence of an article, oldest first',
    access: 'read',
    query: z.object({ ...pageQuery, state: z.enum(['open', 'resolved']).optional() }),
    answer: listOf(threadSchema),
    paged: true,
  }),
  openThread: route(addresses.openThread, {
    summary: 'Open a thread on words of the newest revision, without a claim',
    access: 'annotate',
    body: newThreadSchema,
    answer: threadSchema,
    etag: true,
  }),
  readThread: route(addresses.readThread, {
    summary: 'One thread with its comments',
    access: 'read',
    answer: threadSchema,
    etag: true,
  }),
  reply: route(addresses.reply, {
    summary: 'Reply in a thread; a resolved one is open again; the ETag is the comment’s',
    access: 'annotate',
    body: said,
    answer: commentSchema,
    etag: true,
  }),
  resolveThread: route(addresses.resolveThread, {
    summary: 'Resolve a thread as it was read',
    access: 'annotate',
    status: 200,
    answer: threadSchema,
    ifMatch: 'required',
    etag: true,
  }),
  reopenThread: route(addresses.reopenThread, {
    summary: 'Open a resolved thread again',
    access: 'annotate',
    answer: threadSchema,
    ifMatch: 'required',
    etag: true,
  }),
  readComment: route(addresses.readComment, {
    summary: 'One comment with its earlier words',
    access: 'read',
    answer: commentSchema,
    etag: true,
  }),
  editComment: route(addresses.editComment, {
    summary: 'Change one’s own comment; its earlier words stay to be read',
    access: 'annotate',
    body: said,
    answer: commentSchema,
    ifMatch: 'required',
    etag: true,
  }),
  withdrawComment: route(addresses.withdrawComment, {
    summary: 'Withdraw one’s own comment: its words are deleted, earlier ones too, and its place stays',
    access: 'annotate',
    answer: commentSchema,
    ifMatch: 'required',
    etag: true,
  }),
};
