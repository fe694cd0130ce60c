import { eq } from 'drizzle-orm';
import type { Comment } from '@/domain/discussion';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { threads } from '../schema';
import { write } from '../write';
import { presentComment } from './present';
import { noSuchThread } from './read';
import { seenThread } from './rows';
import { newlyMentioned, say } from './say';
import { tell } from './tell';

/** Replies in a thread. An answer to what was resolved opens it again, or nobody would see it. */
export function reply(permit: Permit<'annotate'>, threadId: string, body: string): Promise<Result<Comment>> {
  return write(permit, async (tx, actor) => {
    const rows = await seenThread(tx, threadId, actor);
    if (!rows) return noSuchThread();
    const mentioned = await newlyMentioned(tx, body);
    if (!mentioned.ok) return mentioned;
    const now = new Date().toISOString();
    const said = await say(tx, actor, threadId, body, now);
    const reopens = rows.thread.resolvedAt !== null;
    if (reopens) await tx.update(threads).set({ resolvedAt: null, resolvedBy: null }).where(eq(threads.id, threadId));
    const { thread, claimId } = rows;
    const told = { type: 'comment.added' as const, thread, claimId, said, mentioned: mentioned.value };
    await tell(tx, actor, { ...told, more: { reopens } }, now);
    return ok(presentComment(said, rows.claimId));
  });
}
