import { desc, eq } from 'drizzle-orm';
import { checkQuote, describeSpan, type Quote } from '@/domain/anchor';
import { ok, type Result, refuse, stale } from '@/domain/result';
import type { Tx } from '../client';
import { newId } from '../ids';
import { anchors, revisions } from '../schema';
import type { ClaimRows, Reading } from './rows';

export type NewestRevision = { id: string; number: number; body: string };

/** The newest revision of an article, or null when there is no such article. */
export async function newestRevision(db: Reading, articleId: string): Promise<NewestRevision | null> {
  const [row] = await db
    .select({ id: revisions.id, number: revisions.number, body: revisions.body })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ?? null;
}

/** Refuses offsets that were read from another revision than the newest. */
export const ofNewest = (newest: NewestRevision, revision: number | undefined): Result<true> =>
  revision === undefined || revision === newest.number ? ok(true) : stale({ revision: newest.number }, 'article');

type AnchorRow = ClaimRows['anchors'][number];

/**
 * The rows of a claim's places: its anchor first, repeats after it in the order of the text. Every quote must be what
 * the text says there; a place may stand but once.
 */
export function placesOf(
  newest: NewestRevision,
  claimId: string,
  anchor: Quote,
  alsoAt: readonly Quote[],
): Result<AnchorRow[]> {
  const repeats = [...alsoAt].sort((a, b) => a.start - b.start || a.end - b.end);
  const rows: AnchorRow[] = [];
  for (const quote of [anchor, ...repeats]) {
    const span = checkQuote(newest.body, quote);
    if (!span.ok) return span;
    if (rows.some((row) => row.start === quote.start && row.end === quote.end)) {
      return refuse('rule', 'same-place', 'This claim already stands at that place.', { pointer: '/alsoAt' });
    }
    rows.push({
      id: newId(),
      claimId,
      revisionId: newest.id,
      revision: newest.number,
      position: rows.length,
      ...describeSpan(newest.body, span.value),
      state: 'exact',
    });
  }
  return ok(rows);
}

/** Puts these places where the claim's places in the newest revision were. */
export async function replacePlaces(tx: Tx, old: AnchorRow[], rows: AnchorRow[]): Promise<void> {
  for (const row of old) await tx.delete(anchors).where(eq(anchors.id, row.id));
  if (rows.length > 0) await tx.insert(anchors).values(rows.map(({ revision, ...row }) => row));
}
