import { call } from './call';
import { type Clock, systemClock } from './outbox/clock';

/** Milliseconds for which a claim is open before it counts as seen: leafing through is not reading. */
const LOOKED = 2000;
/** Milliseconds after which opening the same state once more is told of again. */
const AGAIN = 600_000;

/** A state of a claim that a person has open. */
export type Seen = { person: string; claimId: string; digest: string };

/** When each state that this page showed was last told of. */
const told = new Map<string, number>();

/**
 * Tells the desk that a person has a claim open, once it has been open for a moment: one small write for a state, whatever
 * happens on the page, and none if that is no news then. Where one gets lost nothing is said, since nobody waits for it.
 * Answers how to stop.
 */
export function tellSeen(
  { person, claimId, digest }: Seen,
  isNews: () => boolean,
  parts: { clock: Clock; call: typeof call } = { clock: systemClock, call },
): () => void {
  const name = `${person} ${claimId} ${digest}`;
  const { clock } = parts;
  return clock.later(LOOKED, () => {
    if (!isNews() || clock.now() - (told.get(name) ?? Number.NEGATIVE_INFINITY) < AGAIN) return;
    told.set(name, clock.now());
    void parts.call('seeClaim', { params: { id: claimId }, body: { digest }, person });
  });
}
