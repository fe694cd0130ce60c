import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNotNull, isNull, lt, lte, ne, or, type SQL } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Watched } from '@/domain/watch';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import type { Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { articles, revisions, watches } from '../schema';
import { noAddress } from './watch';

/** A watch that this process alone looks at, until it settles what it saw. */
export type Claimed = { articleId: string; lease: string; watched: Watched };

/** Milliseconds after which another process may look: well over what robots.txt and page may take together. */
const TERM = 120_000;

const isFree = (now: string): SQL | undefined => or(isNull(watches.leaseEndsAt), lt(watches.leaseEndsAt, now));

/** The watch that has been due for longest, of an article that is under check or out; null while none is due. */
async function dueFirst(db: Reading, now: string): Promise<string | null> {
  const [row] = await db
    .select({ id: watches.articleId })
    .from(watches)
    .innerJoin(articles, eq(articles.id, watches.articleId))
    .where(and(lte(watches.dueAt, now), isFree(now), isNotNull(articles.url), ne(articles.state, 'closed')))
    .orderBy(asc(watches.dueAt))
    .limit(1);
  return row?.id ?? null;
}

/**
 * Takes the watch that has been due for longest, so that no other process looks at that address meanwhile. Null while
 * none is due, for which the database is read once and not written.
 */
export async function claimDue(now = new Date()): Promise<Claimed | null> {
  const at = now.toISOString();
  if ((await dueFirst(database().read, at)) === null) return null;
  return database().write(async (tx) => {
    const articleId = await dueFirst(tx, at); // another process may have been faster
    return articleId === null ? null : claimOf(tx, articleId, now);
  });
}

/** Takes an article's address to look at it now, whether or not it is watched. */
export function claimNow(_permit: Permit<'annotate'>, articleId: string, now = new Date()): Promise<Result<Claimed>> {
  return database().write(async (tx) => {
    const row = await articleRow(tx, articleId);
    if (!row) return noSuchArticle();
    if (row.article.url === null) return noAddress();
    await tx.insert(watches).values({ articleId }).onConflictDoNothing();
    const [free] = await tx
      .select({ id: watches.articleId })
      .from(watches)
      .where(and(eq(watches.articleId, articleId), isFree(now.toISOString())));
    if (!free) return refuse('rule', 'being-checked', 'This address is being looked at just now. Wait for that.');
    return ok(await claimOf(tx, articleId, now));
  });
}

async function claimOf(tx: Tx, articleId: string, now: Date): Promise<Claimed> {
  const lease = randomUUID();
  const leaseEndsAt = new Date(now.getTime() + TERM).toISOString();
  await tx.update(watches).set({ lease, leaseEndsAt }).where(eq(watches.articleId, articleId));
  return { articleId, lease, watched: await watchedAt(tx, articleId) };
}

async function watchedAt(tx: Tx, articleId: string): Promise<Watched> {
  const found = await articleRow(tx, articleId);
  const [watch] = await tx.select().from(watches).where(eq(watches.articleId, articleId));
  if (!found?.article.url || !watch) throw new Error('An article without an address was claimed to be looked at.');
  const [newest] = await tx.select({ body: revisions.body }).from(revisions).where(eq(revisions.id, found.revision.id));
  const { url, language, setAside } = found.article;
  const { seenUrl, etag, lastModified } = watch;
  return {
    url,
    validators: seenUrl === null ? null : { url: seenUrl, etag, lastModified },
    last: { title: found.revision.title, text: newest?.body ?? '', language, setAside },
  };
}

/** Gives a watch back as it was, for somebody else to look. */
export async function release({ articleId, lease }: Claimed): Promise<void> {
  await database().write((tx) =>
    tx
      .update(watches)
      .set({ lease: null, leaseEndsAt: null })
      .where(and(eq(watches.articleId, articleId), eq(watches.lease, lease))),
  );
}
