import { and, eq, isNotNull } from 'drizzle-orm';
import { follow, type Worded } from '@/domain/revision';
import type { NewestRevision } from '../claims/places';
import type { Reading } from '../claims/rows';
import type { Tx } from '../client';
import { textsOf } from '../revisions/texts';
import { threadAnchors, threads } from '../schema';

/** Rows of places stored by one statement. */
const AT_ONCE = 200;

type Followed = { articleId: string; language: string };
type NewText = { id: string; number: number; text: string };

/** Follows the words that threads are on from the revision before into a new one, as claims are followed. */
export async function followThreads(tx: Tx, of: Followed, before: NewestRevision, now: NewText): Promise<void> {
  const rows = await placesIn(tx, of.articleId, before.id);
  if (rows.length === 0) return;
  const footings = rows.map(({ place }) => place.footing?.revision ?? before.number);
  const earlier = [...new Set(footings)].filter((number) => number !== before.number);
  const texts = new Map((await textsOf(tx, of.articleId, earlier)).map(({ number, body }) => [number, body]));
  texts.set(before.number, before.body);
  const worded = rows.map(
    ({ place: { threadId, revisionId, ...place }, quote }): Worded => ({
      place: { ...place, kept: false },
      words: quote ?? place.exact,
    }),
  );
  const from = { number: before.number, text: before.body };
  const found = follow(worded, from, now, (revision) => texts.get(revision) ?? '', of.language);
  const stored = found.map(({ place: { kept, ...place } }, index) => ({
    threadId: rows[index]!.place.threadId,
    revisionId: now.id,
    ...place,
  }));
  for (let first = 0; first < stored.length; first += AT_ONCE)
    await tx.insert(threadAnchors).values(stored.slice(first, first + AT_ONCE));
}

const placesIn = (db: Reading, articleId: string, revisionId: string) =>
  db
    .select({ place: threadAnchors, quote: threads.quote })
    .from(threads)
    .innerJoin(threadAnchors, and(eq(threadAnchors.threadId, threads.id), eq(threadAnchors.revisionId, revisionId)))
    .where(and(eq(threads.articleId, articleId), isNotNull(threads.quote)));
