import { canonical } from '@/domain/canonical';
import type { Place } from '@/domain/revision';
import type { Placed } from '../schema';
import { type ClaimRows, placesOfRows } from './rows';

const placeOf = ({ start, end, exact, prefix, suffix, state, footing, kept }: Place): Place => ({
  start,
  end,
  exact,
  prefix,
  suffix,
  state,
  footing,
  kept,
});

/** A claim's places and quotes as a settlement remembers them. */
export const placedOf = (rows: ClaimRows): Placed => ({
  quotes: rows.claim.quotes,
  about: rows.claim.about,
  places: placesOfRows(rows).map(placeOf),
});

/**
 * Whether the latest settlement can be undone: a keep while it is in force; another if it was made in the newest
 * revision and the claim's places and quotes are as it left them.
 */
export function stillStands(rows: ClaimRows): boolean {
  const { settlement } = rows;
  const places = placesOfRows(rows);
  if (!settlement) return false;
  if (settlement.way === 'keep') return places.some(({ kept }) => kept);
  return settlement.newest === 1 && canonical(placedOf(rows)) === canonical(settlement.after);
}
