import type { Quote } from '@/domain/anchor';
import type { ClaimPatch } from '@/domain/contract/claims';
import { map, ok, type Result, refuse } from '@/domain/result';
import { isIntact, type Place } from '@/domain/revision';
import type { Placed } from '../schema';
import { oneOfAnchorAndAbout } from './create';
import { headlinePlace, type NewestRevision, samePlace, selected } from './places';

/** A place with the words that a person selected or settled there. */
type Worded = { place: Place; quote: string };

/** Where a claim stands after a patch of its places: what the patch does not name stays as it is, settled or not. */
export function placedBy(patch: ClaimPatch, before: Placed, newest: NewestRevision): Result<Placed> {
  const [first, ...others] = before.about === 'headline' ? [] : wordedOf(before);
  const given = patch.anchor === undefined ? (patch.about ? null : undefined) : patch.anchor;
  const about = patch.about === undefined ? (patch.anchor ? null : before.about) : patch.about;
  const stands = given === undefined ? (first ?? null) : given;
  const placed = oneOfAnchorAndAbout(stands, about);
  if (!placed.ok) return placed;
  if (!stands) return map(nowhere(patch.alsoAt ?? []), () => placedAbout(about, before, newest));
  const anchor = given ? taken(given, first ? [first] : [], newest, true) : ok(first!);
  if (!anchor.ok) return anchor;
  const repeats = patch.alsoAt ? takenAll(patch.alsoAt, others, newest) : ok(others);
  if (!repeats.ok) return repeats;
  const all = [anchor.value, ...repeats.value];
  if (all.some(({ place }, index) => all.slice(0, index).some((other) => sameStand(other.place, place))))
    return samePlace();
  return ok({ about, places: all.map(({ place }) => place), quotes: all.map(({ quote }) => quote) });
}

const wordedOf = ({ places, quotes }: Placed): Worded[] =>
  places.map((place, index) => ({ place, quote: quotes[index] ?? place.exact }));

const sameStand = (a: Place, b: Place): boolean =>
  a.start === b.start && a.end === b.end && (a.state === 'lost') === (b.state === 'lost');

/**
 * The place that a person names. One that stands already is left as it is, with its words; but who selects the changed
 * words of a claim as its anchor has settled it so.
 */
function taken(quote: Quote, standing: readonly Worded[], { body }: NewestRevision, settles = false): Result<Worded> {
  const same = ({ place }: Worded) =>
    place.start === quote.start && place.end === quote.end && place.exact === quote.exact;
  const known = standing.find((each) => same(each) && (!settles || isIntact(each.place.state)));
  return known ? ok(known) : map(selected(body, quote), (place) => ({ place, quote: place.exact }));
}

function takenAll(quotes: readonly Quote[], standing: readonly Worded[], newest: NewestRevision): Result<Worded[]> {
  const all: Worded[] = [];
  for (const quote of quotes) {
    const one = taken(quote, standing, newest);
    if (!one.ok) return one;
    all.push(one.value);
  }
  return ok(all.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end));
}

const nowhere = (alsoAt: readonly unknown[]): Result<true> =>
  alsoAt.length === 0
    ? ok(true)
    : refuse('rule', 'repeats-need-anchor', 'A claim that stands nowhere in the text has no repeats there.', {
        pointer: '/alsoAt',
      });

/** A claim about the headline stands in it; what it stood in before is left alone while it is still about that. */
function placedAbout(about: Placed['about'], before: Placed, { title }: NewestRevision): Placed {
  if (about !== 'headline') return { about, places: [], quotes: [] };
  return before.about === 'headline' ? before : { about, places: [headlinePlace(title)], quotes: [] };
}
