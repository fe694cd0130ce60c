/** Days are counted from this one, and each has room for a million things; all numbers stay safe integers for ages. */
const FIRST = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;
const ROOM = 2 ** 20;

/** The first number of the day (UTC) that a time in milliseconds is in. */
export const firstOfDay = (at: number): number => Math.max(0, Math.floor((at - FIRST) / DAY)) * ROOM;

/** The numbers that things made on the same day may have: from the first up to, not with, the second. */
export function numbersFor(id: string): [number, number] {
  const first = firstOfDay(madeAt(id));
  return [first, first + ROOM];
}

/** When a thing was made, as its id (UUID version 7) says, in milliseconds since 1970; an id of another kind says 0. */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0;
