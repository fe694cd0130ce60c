import { and, count, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Comment, Thread } from '@/domain/discussion';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { readArticle } from '../articles/read';
import { readClaim } from '../claims/read';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { comments, evidence, threads } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { presentComment, presentThread } from './present';
import { claimOfThread, commentRows, isOnSeen, seenThread, threadRows } from './rows';

export const noSuchThread = (): Result<never> => refuse('missing', 'no-such-thread', 'There is no such thread.');
export const noSuchComment = (): Result<never> => refuse('missing', 'no-such-comment', 'There is no such comment.');

/** A thread; one on a claim to which whoever asks is blind is not there for them. */
export async function readThread({ actor }: Permit<'read'>, id: string): Promise<Result<Thread>> {
  const rows = await seenThread(database().read, id, actor);
  return rows ? ok(presentThread(rows)) : noSuchThread();
}

export async function readComment({ actor }: Permit<'read'>, id: string): Promise<Result<Comment>> {
  const { read } = database();
  const [row] = await commentRows(read, eq(comments.id, id));
  const thread = row && (await seenThread(read, row.comment.threadId, actor));
  return row && thread ? ok(presentComment(row, thread.claimId)) : noSuchComment();
}

type Part = { state?: 'open' | 'resolved'; after?: string; limit?: number };

/** The threads of an article, on its words, claims and evidence, oldest first; no limit means all. */
export async function listThreads(
  permit: Permit<'read'>,
  articleId: string,
  { state, after, limit }: Part = {},
): Promise<Result<Thread[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const { read } = database();
  const seen = isOnSeen(await blindTo(read, permit.actor));
  const where = and(
    eq(threads.articleId, articleId),
    state && (state === 'open' ? isNull(threads.resolvedAt) : isNotNull(threads.resolvedAt)),
    after ? gt(threads.id, after) : undefined,
    seen,
  );
  return ok((await threadRows(read, where, limit)).map(presentThread));
}

/** What was said on a claim and its evidence, oldest first; `after` is the id to go on from. */
export async function listComments(
  permit: Permit<'read'>,
  claimId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Result<Comment[]>> {
  const claim = await readClaim(permit, claimId);
  if (!claim.ok) return claim;
  if (claim.value.secondVerdict?.blind) return ok([]);
  const { read } = database();
  const found = await read
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
    .where(and(isOn(claimId), after ? gt(comments.id, after) : undefined))
    .orderBy(comments.id)
    .limit(limit);
  const ids = found.map(({ id }) => id);
  return ok((await commentRows(read, inArray(comments.id, ids))).map((row) => presentComment(row, claimId)));
}

/** SQL that holds of the threads on a claim, its evidence included. */
const isOn = (claimId: string): SQL => sql`${claimOfThread} = ${claimId}`;

/** How many threads of an article are open on each of its claims, and on its words without a claim (under null). */
export async function countOpenThreads(db: Reading, articleId: string): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ claimId: claimOfThread, many: count() })
    .from(threads)
    .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
    .where(and(eq(threads.articleId, articleId), isNull(threads.resolvedAt)))
    .groupBy(claimOfThread);
  return new Map(rows.map(({ claimId, many }) => [claimId, many]));
}
