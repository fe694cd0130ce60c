import type { Comment, Thread } from '@/domain/discussion';
import { mentionedIn } from '@/domain/mention';
import { presentAnchor } from '../claims/present';
import type { CommentRow, ThreadRows } from './rows';

/** A comment as everybody outside `db` sees it. */
export function presentComment({ comment, versions }: CommentRow, claimId: string | null): Comment {
  const latest = versions.at(-1);
  return {
    id: comment.id,
    threadId: comment.threadId,
    claimId,
    body: latest?.body ?? '',
    mentions: mentionedIn(latest?.body ?? ''),
    earlier: versions.slice(0, -1).map(({ body, writtenAt }) => ({ body, at: writtenAt })),
    editedAt: latest && latest.number > 1 ? latest.writtenAt : null,
    withdrawnAt: comment.withdrawnAt,
    createdBy: comment.createdBy,
    createdAt: comment.createdAt,
  };
}

/** A thread as everybody outside `db` sees it; every read of a discussion passes here or `presentComment`. */
export const presentThread = ({ thread, claimId, place, comments }: ThreadRows): Thread => ({
  id: thread.id,
  articleId: thread.articleId,
  claimId,
  evidenceId: thread.evidenceId,
  decisionId: thread.decisionId,
  anchor: place && presentAnchor(place),
  quote: thread.quote,
  resolved:
    thread.resolvedAt === null || thread.resolvedBy === null ? null : { by: thread.resolvedBy, at: thread.resolvedAt },
  comments: comments.map((row) => presentComment(row, claimId)),
  createdBy: thread.createdBy,
  createdAt: thread.createdAt,
});
