import type { Content } from '@/domain/content';
import { addressOf, type Difference, type EditionClaim, type Frame, type Tier } from '@/domain/edition';
import { type Scale, type VerdictValue, verdictOf } from '@/domain/scale';

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

export { addressOf };

/** "3 March 2026", of a day or an instant, in UTC. */
export const dayOf = (date: string): string => dayFormat.format(new Date(date));

/** "3 March 2026 at 14:05 UTC". */
export const momentOf = (instant: string): string => `${momentFormat.format(new Date(instant))} UTC`;

/** The public address of an article's record, or of the comparison of its editions. */
export const recordOf = (slug: string, ...numbers: number[]): string =>
  [addressOf(slug), 'record', ...numbers].join('/');

const listFormat = new Intl.ListFormat('en-GB');
export const listed = (names: string[]): string => listFormat.format(names);

/** A label as it stands within a sentence: "Mostly false" becomes "mostly false", "NATO claim" stays. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const unknown = (label: string): VerdictValue => ({
  key: 'unknown',
  label,
  definition: '',
  needsEvidence: false,
  adverse: false,
  colour: 'not-checkable',
  glyph: 'dash',
});

/** The verdict of a claim by the edition's scale. */
export const verdictIn = (scale: Scale, { verdict }: Pick<Content, 'verdict'>): VerdictValue =>
  verdictOf(scale, verdict?.key ?? null) ?? unknown(verdict?.key ?? 'No verdict');

/** The place of a verdict in its scale, from 1: by this number the styles know it (see chosen-verdict.css). */
export const placeInScale = (scale: Scale, key: string): number =>
  scale.values.findIndex((value) => value.key === key) + 1;

export type Count = { value: VerdictValue; count: number };

/** How many claims have which verdict, in the order of the scale; verdicts nobody gave are left out. */
export const countsOf = (scale: Scale, keys: string[]): Count[] =>
  scale.values
    .map((value) => ({ value, count: keys.filter((key) => key === value.key).length }))
    .filter(({ count }) => count > 0);

/** "4 true, 2 misleading and 1 false". */
export const countsInWords = (counts: Count[]): string =>
  listed(counts.map(({ value, count }) => `${count} ${inSentence(value.label)}`));

export const claimsInWords = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);

/** "3 claims checked: 2 true and 1 false." */
export const checkedInWords = (claims: number, counts: Count[]): string =>
  `${claimsInWords(claims)} checked${counts.length > 0 ? `: ${countsInWords(counts)}` : ''}.`;

const conclusionInWords = (changes: Difference['changes'], named: string): string => {
  const text = changes.find(({ what }) => what === 'text');
  if (text?.before === '') return 'The conclusion is new.';
  return text?.after === '' ? 'The conclusion is taken out.' : `The conclusion: ${named}.`;
};

/** A difference between two editions in one sentence. */
export function differenceInWords({ kind, k, changes }: Difference): string {
  const named = listed(changes.map(({ what }) => what));
  if (kind === 'added') return `Claim ${k} is new.`;
  if (kind === 'removed') return `Claim ${k} is taken out.`;
  if (kind === 'conclusion') return conclusionInWords(changes, named);
  return kind === 'article' ? `Of the article: ${named}.` : `Claim ${k}: ${named}.`;
}

/** What a link to a claim is called: "claim 3, misleading". */
export const nameOf = ({ k, content }: EditionClaim, { scale }: Pick<Frame, 'scale'>): string =>
  `claim ${k}, ${inSentence(verdictIn(scale, content).label)}`;

export const tierWords: Record<Tier, string> = {
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
  'verdict-changed': 'A verdict has changed',
};

const stances = new Map([
  ['supports', 'Supports'],
  ['refutes', 'Refutes'],
  ['context', 'Context'],
]);
export const stanceWords = (stance: string): string => stances.get(stance) ?? stance;

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // a tag that no locale has
  }
}
