import { ok, type Result, refuse } from '../result';
import type { Blindness } from './blindness';

/** The one sentence with which everything is refused that could tell of a first verdict, or change what is being judged. */
export const blindRefusal = (): Result<never> =>
  refuse(
    'forbidden',
    'blind',
    'You are asked for an independent second verdict here. File it first: until then you change and decide nothing that could tell you of the first.',
  );

/** Refuses who is blind to one of these claims; all of them, whatever they are, with the same words. */
export const seesAllOf = (blindness: Blindness, claimIds: Iterable<string>): Result<true> =>
  [...claimIds].some((id) => blindness.has(id)) ? blindRefusal() : ok(true);
