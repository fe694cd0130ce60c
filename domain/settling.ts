import { z } from 'zod';
import { ok, type Result, refuse } from './result';
import { isIntact, isUnsettled, type Place } from './revision/place';

/** The ways in which a route settles a claim; editing its place by hand and dropping it settle too. */
export const settlingWays = ['new-words', 'keep'] as const;
export type SettlingWay = (typeof settlingWays)[number];
export const settlementWays = [...settlingWays, 'selected'] as const;
export type SettlementWay = (typeof settlementWays)[number];

/** How a person settled a claim whose words changed or were lost. */
export const settlementSchema = z.object({
  way: z.enum(settlementWays).describe('`selected`: its place was selected by hand.'),
  revision: z.int().min(1).describe('The revision it was settled in.'),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Settlement = z.infer<typeof settlementSchema>;

/** What there is to settle of a claim: nothing while it is null. */
export const unsettledSchema = z.object({
  state: z.enum(['changed', 'lost']).describe('The worst of its places.'),
  revision: z.int().min(1).describe('The first revision in which it was seen.'),
});
export type Unsettled = z.infer<typeof unsettledSchema>;

type Standing = Pick<Place, 'state' | 'kept' | 'footing'>;

/** The first revision in which words were seen to be changed or gone: the one after that in which they last stood. */
export const seenIn = ({ footing }: Standing): number => (footing?.revision ?? 0) + 1;

const firstSeen = (places: readonly Standing[]): number => Math.min(...places.map(seenIn));

/** What a person has to settle of a claim that stands at these places. */
export function unsettledOf(places: readonly Standing[]): Unsettled | null {
  const open = places.filter(isUnsettled);
  if (open.length === 0) return null;
  return { state: open.some(({ state }) => state === 'lost') ? 'lost' : 'changed', revision: firstSeen(open) };
}

/** The revision since which a claim's words are not in the article, where a person keeps them as they stood. */
export function keptSince(places: readonly Standing[]): number | null {
  const kept = places.filter(({ state, kept }) => kept && !isIntact(state));
  return kept.length > 0 ? firstSeen(kept) : null;
}

const nothingToSettle = (): Result<never> =>
  refuse('rule', 'nothing-to-settle', 'The words of this claim stand in the article, so there is nothing to settle.');

/** The places of a claim that a person keeps as it stood; its quotes are not touched. */
export const keepAsItStood = <P extends Place>(places: readonly P[]): Result<P[]> =>
  places.some(isUnsettled)
    ? ok(places.map((place) => (isIntact(place.state) ? place : { ...place, kept: true })))
    : nothingToSettle();

/**
 * The places of a claim that a person takes to be the same in the words that stand there now, with those words as its
 * quotes. Repeats that are lost go; where its own place is lost, the first repeat that stands takes it.
 */
export function takeNewWords<P extends Place>(
  places: readonly P[],
  quotes: readonly string[],
): Result<{ places: P[]; quotes: string[] }> {
  if (places.every(({ state }) => isIntact(state))) return nothingToSettle();
  const standing = places
    .map((place, index) => ({ place, quote: quotes[index] }))
    .filter(({ place }) => place.state !== 'lost');
  if (standing.length === 0) {
    const message =
      'These words are gone and no others stand in their place. Select where the claim stands now, keep it as it stood, or drop it.';
    return refuse('rule', 'words-lost', message, { pointer: '/way' });
  }
  return ok({
    places: standing.map(({ place }) =>
      isIntact(place.state) ? place : { ...place, state: 'exact', footing: null, kept: false },
    ),
    quotes: standing.map(({ place, quote }) => (isIntact(place.state) ? (quote ?? place.exact) : place.exact)),
  });
}
