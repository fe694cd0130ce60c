import { and, eq, isNotNull } from 'drizzle-orm';
import type { Worded } from '@/domain/revision';
import type { NewestRevision } from '../claims/places';
import type { Reading } from '../claims/rows';
import type { Tx } from '../client';
import type { FoundPlaces } from '../revisions/found';
import { threadAnchors, threads } from '../schema';

/** Rows of places stored by one statement. */
const AT_ONCE = 200;

/** Where the words that threads are on stand in the article's newest text. */
export const threadPlaces = async (db: Reading, articleId: string, newest: NewestRevision): Promise<Worded[]> =>
  (await placesIn(db, articleId, newest.id)).map(wordedOf);

/**
 * Takes the words that threads are on from the revision before into a new one, as claims are taken. False, with nothing
 * stored, where the words of one were not looked for yet.
 */
export async function followThreads(
  tx: Tx,
  articleId: string,
  before: NewestRevision,
  revision: { id: string },
  found: FoundPlaces,
): Promise<boolean> {
  const rows = await placesIn(tx, articleId, before.id);
  const followed = rows.map((row) => ({ row, found: found.of(before, wordedOf(row)) }));
  const stored = followed.flatMap(({ row, found: at }) => {
    if (!at) return [];
    const { kept, ...place } = at.place;
    return [{ threadId: row.place.threadId, revisionId: revision.id, ...place }];
  });
  if (stored.length < rows.length) return false;
  for (let first = 0; first < stored.length; first += AT_ONCE)
    await tx.insert(threadAnchors).values(stored.slice(first, first + AT_ONCE));
  return true;
}

const wordedOf = ({
  place: { threadId, revisionId, ...place },
  quote,
}: Awaited<ReturnType<typeof placesIn>>[number]): Worded => ({
  place: { ...place, kept: false },
  words: quote ?? place.exact,
});

const placesIn = (db: Reading, articleId: string, revisionId: string) =>
  db
    .select({ place: threadAnchors, quote: threads.quote })
    .from(threads)
    .innerJoin(threadAnchors, and(eq(threadAnchors.threadId, threads.id), eq(threadAnchors.revisionId, revisionId)))
    .where(and(eq(threads.articleId, articleId), isNotNull(threads.quote)));
