import { eq } from 'drizzle-orm';
import type { ActivityType } from '@/domain/activity';
import type { Comment } from '@/domain/discussion';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { record } from '../log';
import { comments, commentVersions } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { presentComment } from './present';
import { noSuchComment } from './read';
import { type CommentRow, commentRows, type ThreadRows, threadRow } from './rows';
import { newlyMentioned, versionOf } from './say';

type Edited = { after: CommentRow; type: ActivityType; content: Record<string, unknown> };

/** Runs one change of a comment by its author, made against the version that stands. Null: nothing changed. */
function changeComment(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  work: (tx: Tx, before: CommentRow, now: string) => Promise<Result<Edited | null>>,
): Promise<Result<Comment>> {
  return write(permit, async (tx, actor) => {
    const [before] = await commentRows(tx, eq(comments.id, id));
    const thread = before && (await threadRow(tx, before.comment.threadId));
    if (!before || !thread) return noSuchComment();
    const current = isCurrent(expected, presentComment(before, thread.claimId), 'comment');
    if (!current.ok) return current;
    const own = isOwn(actor, before);
    if (!own.ok) return own;
    const now = new Date().toISOString();
    const edited = await work(tx, before, now);
    if (!edited.ok) return edited;
    if (edited.value) await log(tx, actor, thread, edited.value, now);
    return ok(presentComment(edited.value?.after ?? before, thread.claimId));
  });
}

function isOwn(actor: Actor, { comment }: CommentRow): Result<true> {
  if (comment.createdBy !== actor.id)
    return refuse('forbidden', 'not-yours', 'People change and withdraw their own comments only.');
  return comment.withdrawnAt === null
    ? ok(true)
    : refuse('rule', 'comment-withdrawn', 'This comment was withdrawn. Write a new one.');
}

const log = (tx: Tx, actor: Actor, { thread, claimId }: ThreadRows, { type, content }: Edited, now: string) =>
  record(tx, actor, { type, articleId: thread.articleId, claimId, subject: thread.id, content }, now);

/** Changes the words of one's own comment. What it said before stays to be read. */
export function editComment(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  body: string,
): Promise<Result<Comment>> {
  return changeComment(permit, id, expected, async (tx, before, now) => {
    const latest = before.versions.at(-1);
    if (latest?.body === body) return ok(null);
    const mentioned = await newlyMentioned(tx, body, latest?.body);
    if (!mentioned.ok) return mentioned;
    const version = versionOf(id, (latest?.number ?? 0) + 1, body, now);
    await tx.insert(commentVersions).values(version);
    return ok({
      after: { ...before, versions: [...before.versions, version] },
      type: 'comment.edited',
      content: { comment: id, words: version.digest, mentions: mentioned.value },
    });
  });
}

/** Withdraws one's own comment: every version of its words is deleted, and that it was there stays. */
export function withdrawComment(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Comment>> {
  return changeComment(permit, id, expected, async (tx, { comment }, now) => {
    await tx.delete(commentVersions).where(eq(commentVersions.commentId, id));
    await tx.update(comments).set({ withdrawnAt: now }).where(eq(comments.id, id));
    return ok({
      after: { comment: { ...comment, withdrawnAt: now }, versions: [] },
      type: 'comment.withdrawn',
      content: { comment: id },
    });
  });
}
