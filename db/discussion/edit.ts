import { eq } from 'drizzle-orm';
import type { Comment } from '@/domain/discussion';
import type { Actor, Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { record } from '../log';
import { comments, commentVersions } from '../schema';
import { indexComment } from '../search/write';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { presentComment } from './present';
import { noSuchComment } from './read';
import { type CommentRow, commentRows, seenThread, type ThreadRows } from './rows';
import { newlyMentioned, versionOf } from './say';
import { tell } from './tell';

/** Runs one change of a comment by its author, made against the version that stands; answers with the comment after it. */
function changeComment(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  work: (tx: Tx, actor: Actor, before: CommentRow, thread: ThreadRows, now: string) => Promise<Result<CommentRow>>,
): Promise<Result<Comment>> {
  return write(permit, async (tx, actor) => {
    const [before] = await commentRows(tx, eq(comments.id, id));
    const thread = before && (await seenThread(tx, before.comment.threadId, actor));
    if (!before || !thread) return noSuchComment();
    const current = isCurrent(expected, presentComment(before, thread.claimId), 'comment');
    if (!current.ok) return current;
    const own = isOwn(actor, before);
    if (!own.ok) return own;
    const after = await work(tx, actor, before, thread, new Date().toISOString());
    return map(after, (row) => presentComment(row, thread.claimId));
  });
}

function isOwn(actor: Actor, { comment }: CommentRow): Result<true> {
  if (comment.createdBy !== actor.id)
    return refuse('forbidden', 'not-yours', 'People change and withdraw their own comments only.');
  return comment.withdrawnAt === null
    ? ok(true)
    : refuse('rule', 'comment-withdrawn', 'This comment was withdrawn. Write a new one.');
}

/** Changes the words of one's own comment. What it said before stays to be read. */
export function editComment(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  body: string,
): Promise<Result<Comment>> {
  return changeComment(permit, id, expected, async (tx, actor, before, { thread, claimId }, now) => {
    const latest = before.versions.at(-1);
    if (latest?.body === body) return ok(before);
    const mentioned = await newlyMentioned(tx, body, latest?.body);
    if (!mentioned.ok) return mentioned;
    const version = versionOf(id, (latest?.number ?? 0) + 1, body, now);
    await tx.insert(commentVersions).values(version);
    const said = { ...before, versions: [...before.versions, version] };
    await tell(tx, actor, { type: 'comment.edited', thread, claimId, said, mentioned: mentioned.value }, now);
    return ok(said);
  });
}

/** Withdraws one's own comment: every version of its words is deleted, and that it was there stays. */
export function withdrawComment(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Comment>> {
  return changeComment(permit, id, expected, async (tx, actor, { comment }, { thread, claimId }, now) => {
    await tx.delete(commentVersions).where(eq(commentVersions.commentId, id));
    await tx.update(comments).set({ withdrawnAt: now }).where(eq(comments.id, id));
    await indexComment(tx, id);
    const { articleId } = thread;
    const content = { comment: id };
    const entry = { type: 'comment.withdrawn' as const, articleId, claimId, subject: thread.id, content };
    await record(tx, actor, entry, now);
    return ok({ comment: { ...comment, withdrawnAt: now }, versions: [] });
  });
}
