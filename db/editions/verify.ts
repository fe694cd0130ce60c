import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { flawOf, type Payload } from '@/domain/edition';
import { database } from '../client';
import { activity, activityContents, articles, editions, revisions, withdrawals } from '../schema';

/** What verifying found: how many editions were recomputed, and the first that is not what was published. */
export type EditionsVerified = {
  editions: number;
  broken: { slug: string; number: number; reason: string } | null;
};

/**
 * Recomputes every stored edition, or those of one slug: payload, hashes, digest, the chain of digests, and what the
 * log tells of each and of every withdrawal, so that one that was deleted is missed too. Stops at the first break. Reads one edition at a
 * time, so it runs beside a working server.
 */
export async function verifyEditions(slug?: string): Promise<EditionsVerified> {
  const { read } = database();
  const ids = await read
    .select({ id: editions.id })
    .from(editions)
    .where(slug === undefined ? undefined : eq(editions.slug, slug))
    .orderBy(asc(editions.articleId), asc(editions.number));
  let before: typeof editions.$inferSelect | null = null;
  let checked = 0;
  for (const { id } of ids) {
    const [row] = await read.select().from(editions).where(eq(editions.id, id));
    if (!row) continue;
    const predecessor: typeof before = before?.articleId === row.articleId ? before : null;
    const logged = await loggedOf(id);
    const reason = flawOf(row, predecessor, logged ? logged.digest : '') ?? (await rowFlawOf(row, logged));
    if (reason) return { editions: checked, broken: { slug: row.slug, number: row.number, reason } };
    before = row;
    checked += 1;
    // libSQL answers in microtasks: let timers and other requests have their turn
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { editions: checked, broken: (await deleted(slug)) ?? (await withdrawalFlaw(slug)) };
}

type Logged = { digest: string | null; by: string | null; articleId: string | null };

/** What the log tells of an edition: its digest is null where that was erased. Null where the log is silent. */
async function loggedOf(id: string): Promise<Logged | null> {
  const [row] = await database()
    .read.select({ content: activityContents.content, by: activity.by, articleId: activity.articleId })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(and(eq(activity.type, 'edition.published'), eq(activity.subject, id)));
  if (!row) return null;
  const digest = row.content === null ? null : (JSON.parse(row.content) as { digest: string }).digest;
  return { digest, by: row.by, articleId: row.articleId };
}

/** What of the row itself, which no digest covers, differs from the log and from what the payload annotates. */
async function rowFlawOf(row: typeof editions.$inferSelect, logged: Logged | null): Promise<string | null> {
  if (logged?.articleId !== row.articleId) return 'the log of activity tells of it under another article';
  if (logged.by !== row.publishedBy) return 'the log of activity names another person who published it';
  const [revision] = await database()
    .read.select({ articleId: revisions.articleId, number: revisions.number, sha256: revisions.sha256 })
    .from(revisions)
    .where(eq(revisions.id, row.revisionId));
  const { frame, claims } = JSON.parse(row.payload) as Payload;
  // a withdrawal is a row of its own and leaves what is stored alone
  if (claims.some((entry) => !('claim' in entry))) return 'the words of a claim are missing from what is stored';
  const { number, sha256 } = frame.article.revision;
  const same = revision?.articleId === row.articleId && revision.number === number && revision.sha256 === sha256;
  return same ? null : 'it is stored as of another revision than the payload says';
}

/** An edition that the log tells of and that is not there any more. */
async function deleted(slug?: string): Promise<EditionsVerified['broken']> {
  const [row] = await database()
    .read.select({ slug: articles.slug, content: activityContents.content })
    .from(activity)
    .innerJoin(articles, eq(articles.id, activity.articleId))
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .leftJoin(editions, eq(editions.id, activity.subject))
    .where(
      and(
        eq(activity.type, 'edition.published'),
        isNull(editions.id),
        slug === undefined ? undefined : eq(articles.slug, slug),
      ),
    )
    .orderBy(asc(activity.seq))
    .limit(1);
  if (!row) return null;
  const { number } = JSON.parse(row.content ?? '{"number":0}') as { number: number };
  return { slug: row.slug, number, reason: 'it is missing, though the log of activity tells of it' };
}

type Told = { number: number | null; k: number | null; reason: string };

/** A withdrawal that is not as the log of activity tells of it: without it, what was withdrawn would be shown again. */
async function withdrawalFlaw(slug?: string): Promise<EditionsVerified['broken']> {
  const logged = await database()
    .read.select({ id: activity.subject, slug: articles.slug, content: activityContents.content })
    .from(activity)
    .innerJoin(articles, eq(articles.id, activity.articleId))
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(
      and(
        inArray(activity.type, ['edition.withdrawn', 'claim.withdrawn']),
        slug === undefined ? undefined : eq(articles.slug, slug),
      ),
    )
    .orderBy(asc(activity.seq));
  const stored = await database()
    .read.select()
    .from(withdrawals)
    .where(slug === undefined ? undefined : eq(withdrawals.slug, slug));
  const rows = new Map(stored.map((row) => [row.id, row]));
  for (const { id, content, ...line } of logged) {
    const row = rows.get(id ?? '');
    rows.delete(id ?? '');
    const told = content === null ? null : (JSON.parse(content) as Told);
    const number = told?.number ?? 1;
    if (!row) return { slug: line.slug, number, reason: 'a withdrawal that the log of activity tells of is missing' };
    const same = !told || (row.number === told.number && row.k === told.k && row.reason === told.reason);
    if (!same || row.slug !== line.slug)
      return { slug: line.slug, number, reason: 'a withdrawal is stored otherwise than the log of activity tells' };
  }
  const [left] = rows.values();
  return left
    ? { slug: left.slug, number: left.number ?? 1, reason: 'the log of activity does not tell of a withdrawal' }
    : null;
}
