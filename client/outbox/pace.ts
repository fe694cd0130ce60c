import { backOff, type Clock } from './clock';

/** Versions found stale in a row before repeating by itself slows down. */
const stubborn = 5;

/** When to try again: what failed for everybody, and claims that the server fails on or keeps finding stale. */
export class Pace {
  #failures = 0;
  #pausedUntil = 0;
  #claims = new Map<string, { failures: number; until: number }>();

  constructor(readonly clock: Clock) {}

  /** The earliest time at which something may be sent for the claim. */
  readyAt = (claimId: string): number => Math.max(this.#pausedUntil, this.#claims.get(claimId)?.until ?? 0);

  /** No answer, or the server asked everybody to wait, for that many seconds at least. */
  unreachable(seconds: number | null): void {
    this.#failures += 1;
    const wait = Math.max(backOff(this.#failures, this.clock.random()), (seconds ?? 0) * 1000);
    this.#pausedUntil = this.clock.now() + wait;
  }

  /** The server failed on a claim, which is no reason to keep the others from it. */
  failed = (claimId: string): void => this.#slowDown(claimId, 0);

  stale = (claimId: string): void => this.#slowDown(claimId, stubborn);

  /** The server did what was asked of it for this claim. */
  done(claimId: string): void {
    this.#failures = 0;
    this.#claims.delete(claimId);
  }

  forget(): void {
    this.#failures = 0;
    this.#pausedUntil = 0;
    this.#claims.clear();
  }

  #slowDown(claimId: string, free: number): void {
    const failures = (this.#claims.get(claimId)?.failures ?? 0) + 1;
    const wait = failures > free ? backOff(failures - free, this.clock.random()) : 0;
    this.#claims.set(claimId, { failures, until: this.clock.now() + wait });
  }
}
