import { and, desc, eq } from 'drizzle-orm';
import { checkQuote, describeSpan, type Quote, type Span } from '@/domain/anchor';
import { map, ok, type Result, refuse } from '@/domain/result';
import type { Place } from '@/domain/revision';
import type { Tx } from '../client';
import { newId } from '../ids';
import { anchors, claims, type Placed, revisions } from '../schema';
import { type AnchorRow, type ClaimRows, claimRow, type Reading } from './rows';

/** Rows of places stored by one statement. */
const AT_ONCE = 200;

export type NewestRevision = { id: string; number: number; title: string; body: string };

/** The newest revision of an article, or null when there is no such article. */
export async function newestRevision(db: Reading, articleId: string): Promise<NewestRevision | null> {
  const [row] = await db
    .select({ id: revisions.id, number: revisions.number, title: revisions.title, body: revisions.body })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ?? null;
}

/** The newest revision of an article that is known to exist. */
export async function newestOf(db: Reading, articleId: string): Promise<NewestRevision> {
  const newest = await newestRevision(db, articleId);
  if (!newest) throw new Error(`Article ${articleId} has no revision`);
  return newest;
}

/** Refuses offsets, or a judgement, that were made in another revision than the newest. */
export function ofNewest({ number }: NewestRevision, revision: number | undefined): Result<true> {
  if (revision === undefined || revision === number) return ok(true);
  const message = `The article has revision ${number} by now, and this was made in revision ${revision}. Look at the new text, then do it again there.`;
  const problems = [{ rule: 'stale-revision', message, pointer: '/revision' }];
  return { ok: false, refusal: { kind: 'stale', current: { revision: number }, problems } };
}

/** Where words stand that a person has selected in this text, which must say just that there. */
export const selected = (text: string, quote: Quote): Result<Place> =>
  map(checkQuote(text, quote), (span) => ({
    ...describeSpan(text, span),
    state: 'exact' as const,
    footing: null,
    kept: false,
  }));

/** How a headline stands for a claim about it. */
export const headlinePlace = (title: string): Place => ({
  ...describeSpan(title, { start: 0, end: title.length }),
  state: 'exact',
  footing: null,
  kept: false,
});

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/**
 * The places that a person selected for a claim: its anchor first, repeats after it in the order of the text. Every
 * quote must be what the text says there; a place may stand but once.
 */
export function placesOf(text: string, anchor: Quote, alsoAt: readonly Quote[]): Result<Place[]> {
  const repeats = [...alsoAt].sort((a, b) => a.start - b.start || a.end - b.end);
  const places: Place[] = [];
  for (const quote of [anchor, ...repeats]) {
    const place = selected(text, quote);
    if (!place.ok) return place;
    if (places.some((other) => sameSpan(other, quote))) return samePlace();
    places.push(place.value);
  }
  return ok(places);
}

export const samePlace = (): Result<never> =>
  refuse('rule', 'same-place', 'This claim already stands at that place.', { pointer: '/alsoAt' });

/** The rows of a claim's places in a revision. */
export const rowsOf = (
  revision: Pick<NewestRevision, 'id' | 'number'>,
  claimId: string,
  places: readonly Place[],
): AnchorRow[] =>
  places.map((place, position) => ({
    id: newId(),
    claimId,
    revisionId: revision.id,
    revision: revision.number,
    position,
    ...place,
  }));

/** Stores rows of places, many or few: a statement takes so many values and no more. */
export async function storePlaces(tx: Tx, rows: readonly AnchorRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.insert(anchors).values(rows.slice(from, from + AT_ONCE).map(({ revision, ...row }) => row));
  }
}

/** Puts a claim where it is to stand in the newest revision; its rows after that. */
export async function putPlaces(
  tx: Tx,
  { id }: Pick<ClaimRows['claim'], 'id'>,
  newest: NewestRevision,
  { places, quotes, about }: Placed,
): Promise<ClaimRows> {
  await tx.delete(anchors).where(and(eq(anchors.claimId, id), eq(anchors.revisionId, newest.id)));
  await storePlaces(tx, rowsOf(newest, id, places));
  await tx.update(claims).set({ quotes, about }).where(eq(claims.id, id));
  const rows = await claimRow(tx, id);
  if (!rows) throw new Error(`Claim ${id} is gone`);
  return rows;
}
