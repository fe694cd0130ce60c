import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Thread } from '@/domain/discussion';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { record } from '../log';
import { threads } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { presentThread } from './present';
import { noSuchThread } from './read';
import { seenThread, type ThreadRows, threadRow, threadRows } from './rows';

/** Resolves a thread as it was read, so that nobody resolves over an answer that they have not seen. */
export const resolveThread = (permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Thread>> =>
  turn(permit, id, expected, true);

export const reopenThread = (permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Thread>> =>
  turn(permit, id, expected, false);

function turn(permit: Permit<'annotate'>, id: string, expected: Expected, resolves: boolean): Promise<Result<Thread>> {
  return write(permit, async (tx, actor) => {
    const rows = await seenThread(tx, id, actor);
    if (!rows) return noSuchThread();
    const current = isCurrent(expected, presentThread(rows), 'thread');
    if (!current.ok) return current;
    if ((rows.thread.resolvedAt !== null) === resolves) return already(resolves);
    await turnTo(tx, actor, rows, resolves, new Date().toISOString());
    return ok(presentThread((await threadRow(tx, id))!));
  });
}

const already = (resolved: boolean): Result<never> =>
  resolved
    ? refuse('rule', 'already-resolved', 'This thread is resolved already.')
    : refuse('rule', 'already-open', 'This thread is open already.');

async function turnTo(tx: Tx, actor: Actor, { thread, claimId }: ThreadRows, resolves: boolean, now: string) {
  const resolved = resolves ? { resolvedAt: now, resolvedBy: actor.id ?? '' } : { resolvedAt: null, resolvedBy: null };
  await tx.update(threads).set(resolved).where(eq(threads.id, thread.id));
  const type = resolves ? 'thread.resolved' : 'thread.reopened';
  await record(tx, actor, { type, articleId: thread.articleId, claimId, subject: thread.id }, now);
}

/** Resolves the threads that returns of a claim opened: whoever approves it says that what was asked for is done. */
export async function resolveReturns(tx: Tx, actor: Actor, claimId: string, now: string): Promise<void> {
  const asked = and(eq(threads.claimId, claimId), isNotNull(threads.decisionId), isNull(threads.resolvedAt));
  for (const rows of await threadRows(tx, asked)) await turnTo(tx, actor, rows, true, now);
}
