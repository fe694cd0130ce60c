import { z } from 'zod';

/** From the first day to the last, both counted, as `YYYY-MM-DD` in UTC. */
export type Period = { from: string; to: string };

const DAY = 86_400_000;
/** The longest period that is drawn; in weeks. */
export const LONGEST = 104;
/** What is shown unless somebody asks for another period; in weeks. */
const USUAL = 13;

const day = z.iso.date();
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The Monday of the week that a day is in. */
export const mondayOf = (date: string): string => {
  const time = timeOf(date);
  return dayOf(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
};

/** The Mondays of all weeks that a period touches, in order. */
export function weeksOf({ from, to }: Period): string[] {
  const weeks: string[] = [];
  for (let monday = timeOf(mondayOf(from)); monday <= timeOf(to); monday += 7 * DAY) weeks.push(dayOf(monday));
  return weeks;
}

/** The weeks until and with today's. */
export const lastWeeks = (weeks: number, today: string): Period => ({
  from: dayOf(timeOf(mondayOf(today)) - (weeks - 1) * 7 * DAY),
  to: today,
});

/**
 * The period that somebody asks for, or the usual one with a sentence that says why not theirs. Times of day play no
 * part: `from` is the first day and `to` the last.
 */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  today: string,
): { period: Period; refusal: string | null } {
  const usual = lastWeeks(USUAL, today);
  const refused = (refusal: string) => ({ period: usual, refusal });
  if (asked.from === undefined && asked.to === undefined) return { period: usual, refusal: null };
  const period = { from: asked.from ?? usual.from, to: asked.to ?? today };
  const valid = day.safeParse(period.from).success && day.safeParse(period.to).success;
  if (!valid) return refused('Give both days as YYYY-MM-DD. Shown are the last three months.');
  if (period.from > period.to) return refused('The first day is after the last. Shown are the last three months.');
  if (weeksOf(period).length > LONGEST + 1) {
    return refused('Choose two years at most: longer periods cannot be told apart week by week.');
  }
  return { period, refusal: null };
}
