import type { Quote } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import { isIntact } from '@/domain/revision/place';
import type { Bench } from './bench';
import { anchorOf } from './draft';

type Worded = { place: NonNullable<Claim['anchor']>; quote: string };
type Placed = Pick<Claim, 'anchor' | 'alsoAt' | 'about' | 'quotes' | 'unsettled' | 'kept'>;

const wordedOf = ({ anchor, alsoAt, quotes }: Claim): Worded[] =>
  (anchor ? [anchor, ...alsoAt] : []).map((place, index) => ({ place, quote: quotes[index] ?? place.exact }));

/** The place that stands just there already. */
const standing = (known: readonly Worded[], { start, end, exact }: Quote): Worded | undefined =>
  known.find(({ place }) => place.start === start && place.end === end && place.exact === exact);

/**
 * The claim's places after an edit, as the server will put them: what stood already stays as it was, with its words,
 * whether or not a person still has to settle it. Selecting its own changed words as its anchor settles it.
 */
export function placesAfter(claim: Claim, patch: ClaimPatch, bench: Bench): Placed {
  const [first, ...others] = wordedOf(claim);
  const selected = (quote: Quote): Worded => ({ place: anchorOf(bench, quote), quote: quote.exact });
  const anchorOn = (quote: Quote): Worded => {
    const known = first && standing([first], quote);
    return known && isIntact(known.place.state) ? known : selected(quote);
  };
  const stays = patch.about ? null : (first ?? null);
  const anchored = patch.anchor === undefined ? stays : patch.anchor && anchorOn(patch.anchor);
  const named = patch.alsoAt?.map((quote) => standing(others, quote) ?? selected(quote)) ?? others;
  const repeats = named.toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  const all = anchored ? [anchored, ...repeats] : [];
  const open = all.filter(({ place }) => !isIntact(place.state));
  const worst = open.some(({ place }) => place.state === 'lost') ? 'lost' : 'changed';
  return {
    anchor: all[0]?.place ?? null,
    alsoAt: all.slice(1).map(({ place }) => place),
    about: patch.about === undefined ? (patch.anchor ? null : claim.about) : patch.about,
    quotes: all.map(({ quote }) => quote),
    unsettled: claim.unsettled && open.length > 0 ? { ...claim.unsettled, state: worst } : null,
    kept: open.length > 0 ? claim.kept : null,
  };
}
