import { z } from 'zod';
import type { Problem } from './result';
import { line, text } from './text';

/** How somebody was asked. */
export const channels = ['email', 'phone', 'letter', 'form', 'in-person', 'other'] as const;
export type Channel = (typeof channels)[number];

/** What came back; null while nothing did. */
export const approachOutcomes = ['answered', 'declined'] as const;

/** What readers are told of it. */
export const toldForms = ['nothing', 'answer', 'summary', 'outcome'] as const;
export type ToldForm = (typeof toldForms)[number];

const instant = z.iso.datetime({ error: 'Give the time in UTC, such as 2026-11-25T17:00:00Z.' });

export const approachFields = {
  party: line({ max: 200 }).describe('Who was asked, as readers may know them: a name, with a role where that helps.'),
  channel: z.enum(channels),
  contact: line({ max: 300 }).nullable().describe('The address or number that was used. Internal; never published.'),
  question: text({ max: 10_000 }).nullable().describe('What was put to them. Internal; never published.'),
  askedAt: instant,
  deadline: instant.nullable().describe('By when they were asked to answer.'),
  outcome: z.enum(approachOutcomes).nullable(),
  answer: text({ max: 20_000 }).nullable().describe('The answer, word by word. Internal, save what of it is told.'),
  answeredAt: instant.nullable(),
  tells: z
    .enum(toldForms)
    .describe('What readers are told: nothing, words of the answer, a summary, or what came of it.'),
  told: text({ max: 5000 }).nullable().describe('The words readers are given: a part of the answer, or the summary.'),
};

/** Somebody approached for their reply to a claim, and what came of it (right of reply). */
export const approachSchema = z.object({
  id: z.string(),
  ...approachFields,
  by: z.string().describe('The id of who recorded it.'),
  at: z.iso.datetime(),
});
export type Approach = z.infer<typeof approachSchema>;
export type ApproachFields = Omit<Approach, 'id' | 'by' | 'at'>;

/** Where an approach stands: nobody answered yet, or not by the deadline, or they did, or would not. */
export type ApproachStanding = 'waiting' | 'unanswered' | 'answered' | 'declined';

/** Where an approach stands at an instant (RFC 3339, UTC). Without a deadline silence is never taken for an answer. */
export function standingOfApproach(
  { outcome, deadline }: Pick<Approach, 'outcome' | 'deadline'>,
  now: string,
): ApproachStanding {
  if (outcome) return outcome;
  return deadline !== null && Date.parse(deadline) <= Date.parse(now) ? 'unanswered' : 'waiting';
}

/** What an edition says of an approach: part of what an editor approves. */
export const publishedApproachSchema = z.object({
  party: z.string(),
  askedOn: z.string(),
  said: z.enum(['answer', 'summary', 'declined', 'unanswered']),
  words: z.string().nullable().describe('Of the answer, or a summary of it; null where there are none.'),
  by: z.string().nullable().describe('The date of the answer or, of none, the deadline.'),
});
export type PublishedApproach = z.infer<typeof publishedApproachSchema>;

const day = (at: string | null): string | null => at?.slice(0, 10) ?? null;

function publishedOf(approach: Approach): PublishedApproach | null {
  const { party, tells, told, outcome, deadline, answeredAt } = approach;
  if (tells === 'nothing') return null;
  const head = { party, askedOn: approach.askedAt.slice(0, 10) };
  if (tells !== 'outcome') return { ...head, said: tells, words: told ?? '', by: day(answeredAt) };
  return outcome === 'declined'
    ? { ...head, said: 'declined', words: null, by: day(answeredAt) }
    : { ...head, said: 'unanswered', words: null, by: day(deadline) };
}

/** What of a claim's approaches an edition would say, in the order in which they were made. Never whom to ring up. */
export const publishedApproaches = (approaches: readonly Approach[]): PublishedApproach[] =>
  [...approaches].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((approach) => publishedOf(approach) ?? []);

const EMAIL = /[^\s<>()@]+@[^\s<>()@]+\.\p{L}{2,}/u;
/** Written as for abroad, or with the trunk's zero: what cannot be told from a figure is left to the editor's eye. */
const TELEPHONE = /(?:\+|\b00)\d(?:[\s().\-/]*\d){6,}|(?<![\d.,])\(?0\d{1,5}\)?[\s\-/](?:\d[\s\-/]?){5,}/u;

/** Whether words hold an e-mail address or something that is plainly a telephone number. */
export const holdsContact = (words: string): boolean => EMAIL.test(words) || TELEPHONE.test(words);

type Rule = [broken: boolean, rule: string, pointer: keyof ApproachFields, message: string];

/** What keeps an approach from being recorded so, at an instant; empty when nothing does. */
export function brokenApproachRules(given: ApproachFields, now: string): Problem[] {
  const { outcome, answer, tells, told, deadline, askedAt } = given;
  const words = told?.trim() ?? '';
  const quotes = tells === 'answer' || tells === 'summary';
  const silent = outcome === null && standingOfApproach(given, now) !== 'unanswered';
  const rules: Rule[] = [
    [
      Date.parse(askedAt) > Date.parse(now),
      'asked-later',
      'askedAt',
      'They cannot have been asked in the future. Give the time at which they were.',
    ],
    [
      deadline !== null && Date.parse(deadline) < Date.parse(askedAt),
      'deadline-before',
      'deadline',
      'The deadline is before they were asked. Give a later one.',
    ],
    [
      outcome === 'answered' && !answer?.trim(),
      'needs-answer',
      'answer',
      'Write down what they answered, word by word.',
    ],
    [
      outcome === null && Boolean(answer?.trim()),
      'answer-without-outcome',
      'outcome',
      'There is an answer: say that they answered.',
    ],
    [
      quotes && outcome !== 'answered',
      'nothing-to-tell',
      'tells',
      'They have not answered, so there are no words of theirs to publish.',
    ],
    [quotes && words === '', 'needs-told', 'told', 'Write the words that readers are given.'],
    [
      tells === 'answer' && words !== '' && !(answer ?? '').includes(words),
      'not-their-words',
      'told',
      'These words are not in the answer. Quote it word by word, or publish a summary.',
    ],
    [
      tells === 'outcome' && outcome === 'answered',
      'outcome-answered',
      'tells',
      'They answered: publish words of the answer or a summary, or nothing.',
    ],
    [
      tells === 'outcome' && silent,
      'deadline-ahead',
      'tells',
      'Readers can be told that nobody answered once the deadline has passed.',
    ],
    [
      holdsContact(given.party),
      'contact-in-party',
      'party',
      'Name them without an e-mail address or telephone number: readers may see the name. Addresses go under contact.',
    ],
    [
      quotes && holdsContact(words),
      'contact-in-told',
      'told',
      'Take the e-mail address or telephone number out of the words for readers.',
    ],
  ];
  return rules.flatMap(([broken, rule, pointer, message]) =>
    broken ? [{ rule, message, pointer: `/${pointer}` }] : [],
  );
}
