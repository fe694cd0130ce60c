import type { Claim } from '@/domain/claim';
import { isIntact } from '@/domain/revision/place';
import type { SettlementWay } from '@/domain/settling';
import type { Standing, Write } from '../outbox/change';
import type { Bench } from './bench';

type Anchor = NonNullable<Claim['anchor']>;

const placesOf = ({ anchor, alsoAt }: Claim): Anchor[] => (anchor ? [anchor, ...alsoAt] : []);

type Settling = Extract<Write, { do: 'settle' | 'unsettle' }>;

/** The claim once a person has settled it so, or has taken that back. */
export function resettled(claim: Claim, write: Settling, at: string, bench: Bench): Claim {
  if (write.do === 'unsettle') return write.as ? { ...claim, ...write.as } : unsettled(claim);
  if (!claim.unsettled && !(claim.kept && write.way === 'new-words')) return claim;
  const done = (way: SettlementWay): Partial<Standing> => ({
    unsettled: null,
    settlement: { way, revision: write.revision, by: bench.me.id, at },
  });
  if (write.way === 'new-words') {
    const words = newWords(claim, bench);
    return words ? { ...claim, ...words, ...done('new-words'), kept: null } : claim;
  }
  const revision = claim.unsettled?.revision ?? write.revision;
  return { ...claim, ...done('keep'), kept: { revision, since: at } };
}

/** The words that stand there now, null when none do; repeats that are lost go, and a lost anchor's place is taken. */
function newWords(claim: Claim, { article }: Bench): Partial<Claim> | null {
  if (claim.about === 'headline') return { quotes: [article.title] };
  const standing = placesOf(claim)
    .map((place, index) => ({ place, quote: claim.quotes[index] ?? place.exact }))
    .filter(({ place }) => place.state !== 'lost');
  if (standing.length === 0) return null;
  const [anchor = null, ...alsoAt] = standing.map(({ place }) =>
    isIntact(place.state) ? place : { ...place, state: 'exact' as const },
  );
  const quotes = standing.map(({ place, quote }) => (isIntact(place.state) ? quote : place.exact));
  return { anchor, alsoAt, quotes };
}

/** Without knowing how it stood before, only that a keep is over can be shown before the server answers. */
function unsettled(claim: Claim): Claim {
  if (!claim.kept) return claim;
  const lost = placesOf(claim).some(({ state }) => state === 'lost');
  return {
    ...claim,
    kept: null,
    settlement: null,
    unsettled: { state: lost ? 'lost' : 'changed', revision: claim.kept.revision },
  };
}
