import type { Quote } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import type { Bench } from './bench';
import { anchorOf } from './draft';

type Placed = Pick<Claim, 'anchor' | 'alsoAt' | 'about' | 'quotes'>;
type Worded = { place: NonNullable<Claim['anchor']>; quote: string };

const sameQuote = (one: Quote, other: Quote): boolean =>
  one.start === other.start && one.end === other.end && one.exact === other.exact;

/** A place that is named again stays as it is, with its words; but who selects changed words as the anchor settles them. */
function worded(claim: Claim, span: Quote, isAnchor: boolean, bench: Bench): Worded {
  const standing = claim.anchor ? [claim.anchor, ...claim.alsoAt] : [];
  const at = standing.findIndex((place) => sameQuote(place, span));
  const known = standing[at];
  if (known && !(isAnchor && known.state === 'changed'))
    return { place: known, quote: claim.quotes[at] ?? known.exact };
  return { place: anchorOf(bench, span), quote: span.exact };
}

/** Where a claim will stand once the server has taken a patch of its places. */
export function placesAfter(
  claim: Claim,
  { anchor, alsoAt, about }: Pick<ClaimPatch, 'anchor' | 'alsoAt' | 'about'>,
  bench: Bench,
): Placed {
  const first = anchor === undefined ? (about ? null : claim.anchor) : anchor;
  const others = first ? (alsoAt ?? claim.alsoAt) : [];
  const all = first
    ? [worded(claim, first, anchor !== undefined, bench), ...others.map((span) => worded(claim, span, false, bench))]
    : [];
  return {
    anchor: all[0]?.place ?? null,
    alsoAt: all.slice(1).map(({ place }) => place),
    about: about === undefined ? (anchor ? null : claim.about) : about,
    quotes: all.map(({ quote }) => quote),
  };
}
