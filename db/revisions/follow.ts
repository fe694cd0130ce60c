import { type Followed, followHeadline, isIntact, type Worded } from '@/domain/revision';
import { type NewestRevision, rowsOf } from '../claims/places';
import { type ClaimRows, placesOfRows } from '../claims/rows';
import type { FoundPlaces } from './found';

/** A claim of the article with what became of its places in a new revision, in their order. */
export type FollowedClaim = { rows: ClaimRows; places: Followed[] };

/** Where claims stand in the article's newest text, as far as they stand in it. */
export const placesInText = (claims: readonly ClaimRows[]): Worded[] =>
  claims.flatMap((rows) => (rows.headline ? [] : wordedOf(rows)));

/** Where the claims of an article stand in a new revision of it; null where a place of theirs was not looked for yet. */
export function followClaims(
  claims: readonly ClaimRows[],
  newest: NewestRevision,
  title: string,
  found: FoundPlaces,
): FollowedClaim[] | null {
  const followed = claims.map((rows) => {
    const places = wordedOf(rows).map((each) =>
      rows.headline ? followHeadline(each, newest.number, title, found.language) : found.of(newest, each),
    );
    return { rows, places };
  });
  return followed.every((claim): claim is FollowedClaim => !claim.places.includes(undefined)) ? followed : null;
}

const wordedOf = (rows: ClaimRows): Worded[] =>
  placesOfRows(rows).map(({ id, claimId, revisionId, revision, position, ...place }, index) => ({
    place,
    words: rows.claim.quotes[index] ?? place.footing?.exact ?? place.exact,
  }));

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
