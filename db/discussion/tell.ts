import type { Actor } from '@/domain/permission';
import type { Tx } from '../client';
import { type Entry, record } from '../log';
import { notify } from '../notifications/notify';
import { indexComment } from '../search/write';
import type { CommentRow, ThreadRows } from './rows';

/** Something that was said: where, which words of which comment, and whom those mention who were not mentioned before. */
export type Said = {
  type: Extract<Entry['type'], 'thread.opened' | 'comment.added' | 'comment.edited'>;
  thread: Pick<ThreadRows['thread'], 'id' | 'articleId'>;
  claimId: string | null;
  said: CommentRow;
  mentioned: string[];
  more?: Record<string, unknown>;
};

/**
 * Tells of something said, in the write that stores it: the log learns of it by the digest of its words, and with the
 * ids of whom it mentions. The one place from which these are told of it.
 */
export async function tell(tx: Tx, actor: Actor, told: Said, now: string): Promise<void> {
  const { type, thread, claimId, said, mentioned, more } = told;
  const content = { comment: said.comment.id, words: said.versions.at(-1)!.digest, mentions: mentioned, ...more };
  const { articleId } = thread;
  await indexComment(tx, said.comment.id);
  await notify(
    tx,
    actor,
    mentioned.map((person) => ({ person, kind: 'mentioned', articleId, claimId: claimId ?? undefined })),
  );
  await record(tx, actor, { type, articleId, claimId, subject: thread.id, content }, now);
}
