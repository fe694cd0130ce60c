import { z } from 'zod';
import { docSchema } from './article';
import type { Problem } from './result';

/** How often an address is looked at, in hours. */
const hours = { hourly: 1, 'six-hourly': 6, daily: 24 } as const;
export type WatchInterval = keyof typeof hours;
export const watchIntervals = Object.keys(hours) as [WatchInterval, ...WatchInterval[]];

/** What a look at an address comes to: `changed` for as long as a found text waits for somebody. */
export const watchOutcomes = ['unchanged', 'changed', 'refused'] as const;

/** A text that was found at an article's address and differs from its newest revision: to be accepted or dismissed. */
export const foundSchema = z.object({
  id: z.string(),
  url: z.string().describe('Where it was found, after redirects.'),
  title: z.string(),
  text: z.string(),
  doc: docSchema,
  sha256: z.string().describe('Of the text.'),
  setAside: z.array(z.string()).describe('Lines of the page that are not article, in order.'),
  fetchedAt: z.iso.datetime(),
});
export type Found = z.infer<typeof foundSchema>;

export const watchSchema = z.object({
  every: z.enum(watchIntervals).nullable().describe('Null: the address is not looked at unless somebody asks.'),
  dueAt: z.iso.datetime().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  outcome: z.enum(watchOutcomes).nullable().describe('Of the last look; null before the first.'),
  problem: z.string().nullable().describe('Why the last look came to nothing, in a sentence.'),
  failures: z.int().describe('How many looks in a row came to nothing; each doubles the time to the next.'),
  found: foundSchema
    .omit({ text: true, doc: true, setAside: true })
    .nullable()
    .describe('What waits to be accepted or dismissed.'),
});
export type Watch = z.infer<typeof watchSchema>;

/** What is needed to look at an article's address, and to read what stands there as the article was read. */
export type Watched = {
  url: string;
  /** what the last look was told of the version it saw */
  validators: { url: string; etag: string | null; lastModified: string | null } | null;
  /** how the newest revision was read, and what was set aside from the article */
  last: { title: string; text: string; language: string; setAside: readonly string[] };
};

/** What a look at an address found. */
export type Look =
  | { kind: 'unchanged' }
  | { kind: 'refused'; problem: Problem /** seconds the site asks to wait */; retryAfter?: number }
  | {
      kind: 'read';
      url: string;
      title: string;
      text: string;
      doc: Found['doc'];
      setAside: string[];
      etag: string | null;
      lastModified: string | null;
    };

/** A text by its headline and its words. */
export type Reading = { title: string; sha256: string };
const isSame = (a: Reading, b: Reading | null): boolean => a.title === b?.title && a.sha256 === b.sha256;

/**
 * What a text that was read at an article's address means: it still `waits` for somebody; it was `seen` before and
 * settled; it reads `as-checked`, like the newest revision; or it is `news`. A headline that differs from the
 * revision's is news only once it differs from what was seen before, since a person may have worded the revision's.
 */
export function meaningOf(
  read: Reading,
  { newest, seen, pending }: { newest: Reading; seen: Reading | null; pending: Reading | null },
): 'waits' | 'seen' | 'as-checked' | 'news' {
  if (isSame(read, pending)) return 'waits';
  const sameTitle = seen === null || read.title === seen.title || read.title === newest.title;
  if (read.sha256 === newest.sha256 && sameTitle) return 'as-checked';
  return isSame(read, seen) ? 'seen' : 'news';
}

const HOUR = 3_600_000;
const LONGEST = 7 * 24 * HOUR;

/** When an address is to be looked at next: twice as late for each failure in a row, a week at most, and never before the site asks for. */
export function dueAfter(every: WatchInterval, now: Date, failures = 0, retryAfter = 0): Date {
  const wait = Math.min(hours[every] * HOUR * 2 ** Math.min(failures, 10), LONGEST);
  return new Date(now.getTime() + Math.max(wait, retryAfter * 1000));
}
