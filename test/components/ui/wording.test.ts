import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, wordChanges } from '@/components/ui/wording';
import { trials } from '@/test/trials';

const shown = (changes: Change[]): string =>
  changes
    .map(({ kind, text }) => (kind === 'kept' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('what changed between two wordings', () => {
  test.each([
    [
      'a figure is replaced whole, never digit by digit',
      'Nearly 60,000 cars',
      'Nearly 61,000 cars',
      'Nearly [-60,000-]{+61,000+} cars',
    ],
    [
      'a phrase is replaced as one',
      'Nearly 60,000 cars',
      'About 41,000 cars',
      '[-Nearly 60,000-]{+About 41,000+} cars',
    ],
    ['a full stop does not drag its word along', 'It closed', 'It closed.', 'It closed{+.+}'],
    ['a “not” stands out', 'She did say so', 'She did not say so', 'She did {+not +}say so'],
    [
      'a word with an apostrophe is one word',
      'the minister’s car',
      'the ministers car',
      'the [-minister’s-]{+ministers+} car',
    ],
    ['nothing is nothing', 'As it was.', 'As it was.', 'As it was.'],
    ['a first wording is all added', '', 'A claim', '{+A claim+}'],
  ])('%s', (_, before, after, expected) => {
    expect(shown(wordChanges(before, after))).toBe(expected);
  });

  const words = fc.array(fc.constantFrom('bridge', '60,000', '41,000', ' ', '\n', '.', '“', 'é', '🚲', 'not'), {
    maxLength: 30,
  });
  const text = words.map((parts) => parts.join(''));

  test('gives back both wordings to the letter', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const without = (kind: Change['kind']) =>
          wordChanges(before, after)
            .filter((change) => change.kind !== kind)
            .map((change) => change.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
      { numRuns: trials(1000) },
    );
  });
});
