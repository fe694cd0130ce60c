import { type Followed, follow, followHeadline, isIntact, type NumberedText, type Worded } from '@/domain/revision';
import { type NewestRevision, rowsOf } from '../claims/places';
import { type ClaimRows, placesOfRows, type Reading } from '../claims/rows';
import { textsOf } from './texts';

/** A claim of the article with what became of its places in a new revision, in their order. */
export type FollowedClaim = { rows: ClaimRows; places: Followed[] };

/** The text to be: what a new revision says. */
export type NewText = { number: number; title: string; text: string };

/** Where the claims of an article stand in a new revision of it, computed and not stored. */
export async function followClaims(
  db: Reading,
  { articleId, language }: { articleId: string; language: string },
  claims: readonly ClaimRows[],
  newest: NewestRevision,
  now: NewText,
): Promise<FollowedClaim[]> {
  const before: NumberedText = { number: newest.number, text: newest.body };
  const texts = await textsBefore(db, articleId, claims, before);
  const worded = claims.map((rows) => wordedOf(rows));
  const inText = claims.flatMap(({ headline }, index) => (headline ? [] : worded[index]!));
  const textOf = (revision: number) => texts.get(revision) ?? '';
  const followed = follow(inText, before, { number: now.number, text: now.text }, textOf, language);
  let from = 0;
  return claims.map((rows, index) => {
    if (rows.headline) {
      const places = worded[index]!.map((each) => followHeadline(each, newest.number, now.title, language));
      return { rows, places };
    }
    const places = followed.slice(from, from + worded[index]!.length);
    from += places.length;
    return { rows, places };
  });
}

const wordedOf = (rows: ClaimRows): Worded[] =>
  placesOfRows(rows).map(({ id, claimId, revisionId, revision, position, ...place }, index) => ({
    place,
    words: rows.claim.quotes[index] ?? place.footing?.exact ?? place.exact,
  }));

/** The texts of the revisions in which words last stood that are not in the newest any more, and of the newest. */
async function textsBefore(
  db: Reading,
  articleId: string,
  claims: readonly ClaimRows[],
  newest: NumberedText,
): Promise<Map<number, string>> {
  const texts = new Map([[newest.number, newest.text]]);
  const footings = claims.flatMap(({ anchors }) => anchors.map(({ footing }) => footing?.revision ?? newest.number));
  const earlier = [...new Set(footings)].filter((number) => number !== newest.number);
  for (const { number, body } of await textsOf(db, articleId, earlier)) texts.set(number, body);
  return texts;
}

/** The rows of all these places in the new revision. */
export const rowsOfFollowed = (revision: { id: string; number: number }, followed: readonly FollowedClaim[]) =>
  followed.flatMap(({ rows, places }) =>
    rowsOf(
      revision,
      rows.claim.id,
      places.map(({ place }) => place),
    ),
  );

/** What the log tells of a claim: its words changed, were lost, or are back; null where nothing of that happened. */
export function turnOf({ rows, places }: FollowedClaim): 'changed' | 'lost' | 'found' | null {
  const before = placesOfRows(rows);
  const turns = places.flatMap(({ place }, index) => {
    const was = before[index]!.state;
    if (was === place.state || (isIntact(was) && isIntact(place.state))) return [];
    return [
      isIntact(place.state) ? ('found' as const) : place.state === 'lost' ? ('lost' as const) : ('changed' as const),
    ];
  });
  return turns.includes('lost') ? 'lost' : turns.includes('changed') ? 'changed' : (turns[0] ?? null);
}
