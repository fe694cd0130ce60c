/** Time and chance, so that tests can hold them still. */
export type Clock = {
  /** milliseconds since the epoch */
  now(): number;
  /** calls back after so many milliseconds, unless what it gives is called first */
  later(milliseconds: number, then: () => void): () => void;
  /** 0 to 1 */
  random(): number;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  later(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

const first = 500;
const longest = 10_000;

/** Milliseconds to wait after so many failures in a row: doubling from half a second to ten, half of it by chance. */
export const backOff = (failures: number, random: number): number =>
  Math.min(longest, first * 2 ** Math.max(0, failures - 1)) * (0.5 + random / 2);
