import { z } from 'zod';
import { ok, type Result, refuse } from './result';

/** The fields of a claim for which a return may suggest other words. */
export const suggestedFields = ['statement', 'rationale'] as const;
export type SuggestedField = (typeof suggestedFields)[number];
export type Wording = Record<SuggestedField, string>;

const suggestedWords = z.object({
  was: z.string().describe('The words that were returned.'),
  is: z.string().describe('The words suggested in their place.'),
});

/** How a suggestion was settled: which of its fields were accepted, none where it was declined. */
export const suggestionSettledSchema = z.object({
  accepted: z.array(z.enum(suggestedFields)),
  by: z.string(),
  at: z.iso.datetime(),
});
export type SuggestionSettled = z.infer<typeof suggestionSettledSchema>;

/** Wording that came with a return, for a reviewer to accept as their own or to decline. */
export const suggestionSchema = z.object({
  statement: suggestedWords.nullable(),
  rationale: suggestedWords.nullable(),
  settled: suggestionSettledSchema.nullable(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** Only the suggested words that differ from those returned; refuses a suggestion that suggests nothing. */
export function suggestedWordsOf(given: Partial<Wording>, returned: Wording): Result<Partial<Wording>> {
  const differing = suggestedFields.filter((field) => given[field] !== undefined && given[field] !== returned[field]);
  return differing.length > 0
    ? ok(Object.fromEntries(differing.map((field) => [field, given[field]])))
    : refuse(
        'rule',
        'suggests-nothing',
        'The suggested words are those that the claim has. Change them, or suggest none.',
        {
          pointer: '/suggestion',
        },
      );
}

/** The fields whose words somebody has changed since they were returned, so that accepting would write over that. */
export const changedSince = (suggestion: Pick<Suggestion, SuggestedField>, now: Wording): SuggestedField[] =>
  suggestedFields.filter((field) => {
    const words = suggestion[field];
    return words !== null && now[field] !== words.was && now[field] !== words.is;
  });
