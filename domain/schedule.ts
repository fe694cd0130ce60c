import { z } from 'zod';
import { tiers } from './edition/payload';
import { ok, type Result, refuse } from './result';

export const scheduleStates = ['waiting', 'failed', 'published'] as const;

/** An edition that is to be published at a time: it waits, or failed at its hour, or is out. One for an article. */
export const scheduleSchema = z.object({
  at: z.iso.datetime(),
  state: z.enum(scheduleStates),
  number: z.int().min(1).describe('The number of the edition.'),
  note: z.string().nullable(),
  tier: z.enum(tiers).nullable(),
  asLastApproved: z.array(z.string()),
  scheduledBy: z.string().describe('The id of the person in whose name it is published.'),
  scheduledAt: z.iso.datetime(),
  settledAt: z.iso
    .datetime()
    .nullable()
    .describe('When it was published or failed; later than `at` where no server ran.'),
  problems: z
    .array(z.object({ rule: z.string(), message: z.string(), claimId: z.string().optional() }))
    .describe('Every rule that it broke at its hour.'),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** A server that runs publishes within seconds: what came a minute after its hour or more is late, and says so. */
const LATE_MS = 60_000;

/** By how many whole minutes a scheduled edition was settled after its hour; 0 where it was on time or still waits. */
export function minutesLate({ at, settledAt }: Pick<Schedule, 'at' | 'settledAt'>): number {
  const late = settledAt === null ? 0 : Date.parse(settledAt) - Date.parse(at);
  return late < LATE_MS ? 0 : Math.floor(late / 60_000);
}

const LONGEST_DAYS = 366;

/** The instant at which to publish, in UTC with milliseconds, or why it cannot be that one. */
export function hourOf(at: string, now: Date): Result<string> {
  const instant = Date.parse(at);
  const wrong = (message: string) => refuse('rule', 'schedule-time', message, { pointer: '/at' });
  if (Number.isNaN(instant)) return wrong('There is no such time. Choose another.');
  if (instant <= now.getTime()) return wrong('This time has passed. Choose one that is still to come, or publish now.');
  if (instant > now.getTime() + LONGEST_DAYS * 86_400_000)
    return wrong('This is more than a year away. Choose a time within a year.');
  return ok(new Date(instant).toISOString());
}
