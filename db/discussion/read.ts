import { and, count, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Comment, Thread } from '@/domain/discussion';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { readArticle } from '../articles/read';
import { readClaim } from '../claims/read';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { comments, evidence, threads } from '../schema';
import { presentComment, presentThread } from './present';
import { claimOfThread, commentRows, threadRow, threadRows } from './rows';

export const noSuchThread = (): Result<never> => refuse('missing', 'no-such-thread', 'There is no such thread.');
export const noSuchComment = (): Result<never> => refuse('missing', 'no-such-comment', 'There is no such comment.');

export async function readThread(_permit: Permit<'read'>, id: string): Promise<Result<Thread>> {
  const rows = await threadRow(database().read, id);
  return rows ? ok(presentThread(rows)) : noSuchThread();
}

export async function readComment(_permit: Permit<'read'>, id: string): Promise<Result<Comment>> {
  const { read } = database();
  const [row] = await commentRows(read, eq(comments.id, id));
  const thread = row && (await threadRow(read, row.comment.threadId));
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
  const where = and(
    eq(threads.articleId, articleId),
    state && (state === 'open' ? isNull(threads.resolvedAt) : isNotNull(threads.resolvedAt)),
    after ? gt(threads.id, after) : undefined,
  );
  return ok((await threadRows(database().read, where, limit)).map(presentThread));
}

/** What was said on a claim and its evidence, oldest first; `after` is the id to go on from. */
export async function listComments(
  permit: Permit<'read'>,
  claimId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Result<Comment[]>> {
  const claim = await readClaim(permit, claimId);
  if (!claim.ok) return claim;
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
