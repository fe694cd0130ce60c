import { and, asc, eq, isNull } from 'drizzle-orm';
import { flawOf } from '@/domain/edition';
import { database } from '../client';
import { activity, activityContents, articles, editions } from '../schema';

/** What verifying found: how many editions were recomputed, and the first that is not what was published. */
export type EditionsVerified = {
  editions: number;
  broken: { slug: string; number: number; reason: string } | null;
};

/**
 * Recomputes every stored edition, or those of one slug: payload, hashes, digest, the chain of digests, and what the
 * log tells of each, so that one that was deleted is missed too. Stops at the first break. Reads one edition at a
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
    const reason = flawOf(row, predecessor, await loggedDigest(id));
    if (reason) return { editions: checked, broken: { slug: row.slug, number: row.number, reason } };
    before = row;
    checked += 1;
    // libSQL answers in microtasks: let timers and other requests have their turn
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { editions: checked, broken: await deleted(slug) };
}

/** The digest that the log holds of an edition: null where its content was erased, empty where the log is silent. */
async function loggedDigest(id: string): Promise<string | null> {
  const [row] = await database()
    .read.select({ content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(and(eq(activity.type, 'edition.published'), eq(activity.subject, id)));
  if (!row) return '';
  return row.content === null ? null : (JSON.parse(row.content) as { digest: string }).digest;
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
