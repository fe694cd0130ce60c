import { and, asc, eq, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import type { Viewer } from '../claims/present';
import type { Reading } from '../claims/rows';
import { comments, commentVersions, evidence, revisions, threadAnchors, threads } from '../schema';
import { blindTo } from '../second-verdicts/blind';

export type CommentRow = {
  comment: typeof comments.$inferSelect;
  /** oldest first; none once it was withdrawn */
  versions: (typeof commentVersions.$inferSelect)[];
};

/** All the rows that one thread is made of. */
export type ThreadRows = {
  thread: typeof threads.$inferSelect;
  /** the claim it is on, be that by a piece of evidence */
  claimId: string | null;
  /** where its words stand in the newest revision */
  place: (typeof threadAnchors.$inferSelect & { revision: number }) | null;
  /** oldest first */
  comments: CommentRow[];
};

/** SQL of the claim that a thread is on: its own, or that of the evidence it is on, wherever that has moved. */
export const claimOfThread = sql<string | null>`coalesce(${threads.claimId}, ${evidence.claimId})`;

/** The condition that a thread is on no claim to which somebody is so blind; undefined where they are to none. */
export const isOnSeen = (blindness: Blindness): SQL | undefined =>
  blindness.size === 0 ? undefined : or(isNull(claimOfThread), notInArray(claimOfThread, [...blindness.keys()]));

const newestRevision = sql`(select r.id from ${revisions} r where r.article_id = ${threads.articleId} order by r.number desc limit 1)`;

/** Threads whose comments are read by one statement. */
const AT_ONCE = 200;

/** The rows of the threads that a condition on `threads` and `evidence` picks, oldest first. */
export async function threadRows(db: Reading, where: SQL | undefined, limit = 1_000_000): Promise<ThreadRows[]> {
  const found = await db
    .select({ thread: threads, claimId: claimOfThread, place: threadAnchors, revision: revisions.number })
    .from(threads)
    .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
    .leftJoin(threadAnchors, and(eq(threadAnchors.threadId, threads.id), eq(threadAnchors.revisionId, newestRevision)))
    .leftJoin(revisions, eq(revisions.id, threadAnchors.revisionId))
    .where(where)
    .orderBy(asc(threads.id))
    .limit(limit);
  const said = new Map<string, CommentRow[]>();
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const ids = found.slice(from, from + AT_ONCE).map(({ thread }) => thread.id);
    for (const row of await commentRows(db, inArray(comments.threadId, ids)))
      said.set(row.comment.threadId, [...(said.get(row.comment.threadId) ?? []), row]);
  }
  return found.map(({ thread, claimId, place, revision }) => ({
    thread,
    claimId,
    place: place && revision !== null ? { ...place, revision } : null,
    comments: said.get(thread.id) ?? [],
  }));
}

/** The rows of the comments that a condition on `comments` picks, oldest first. */
export async function commentRows(db: Reading, where: SQL | undefined): Promise<CommentRow[]> {
  const rows = await db
    .select({ comment: comments, version: commentVersions })
    .from(comments)
    .leftJoin(commentVersions, eq(commentVersions.commentId, comments.id))
    .where(where)
    .orderBy(asc(comments.id), asc(commentVersions.number));
  const found = new Map<string, CommentRow>();
  for (const { comment, version } of rows) {
    const row = found.get(comment.id) ?? { comment, versions: [] };
    if (version) row.versions.push(version);
    found.set(comment.id, row);
  }
  return [...found.values()];
}

/** The rows of one thread; null where there is none for this person, who may be blind to its claim. */
export async function seenThread(db: Reading, id: string, viewer: Viewer): Promise<ThreadRows | null> {
  const rows = await threadRow(db, id);
  return rows?.claimId && (await blindTo(db, viewer)).has(rows.claimId) ? null : rows;
}

/** The rows of one thread, or null. */
export async function threadRow(db: Reading, id: string): Promise<ThreadRows | null> {
  const [row] = await threadRows(db, eq(threads.id, id));
  return row ?? null;
}
