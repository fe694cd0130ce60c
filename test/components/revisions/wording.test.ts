import { describe, expect, test } from 'vitest';
import { aroundOf } from '@/components/revisions/around';
import { countsInShort, countsInWords, kindWords } from '@/components/revisions/wording';

const none = { exact: 0, moved: 0, changed: 0, lost: 0 };

describe('what a revision did to the claims, in words', () => {
  test.each([
    [none, 'The article had no claims.'],
    [{ ...none, exact: 1 }, 'The one claim stands.'],
    [{ ...none, exact: 3, moved: 1 }, 'All 4 claims stand; 1 moved.'],
    [{ ...none, lost: 3 }, 'All 3 claims are lost.'],
    [{ ...none, changed: 1 }, 'The one claim changed.'],
    [{ exact: 8, moved: 2, changed: 1, lost: 1 }, 'Of 12 claims, 8 stand, 2 moved, 1 changed and 1 is lost.'],
  ])('%j reads “%s”', (counts, words) => {
    expect(countsInWords(counts)).toBe(words);
  });

  test('and in short', () => {
    expect(countsInShort({ exact: 1, moved: 0, changed: 2, lost: 3 })).toBe('1 stands · 2 changed · 3 lost');
    expect(countsInShort(none)).toBe('no claims');
  });
});

test('names the kinds of a change, and mere wording only where there is nothing else', () => {
  expect(kindWords(['number', 'name', 'wording'])).toBe('A number and a name changed');
  expect(kindWords(['wording'])).toBe('Only the wording changed');
  expect(kindWords([])).toBe('Only the wording changed');
});

describe('what stands around words', () => {
  const text = 'Before all.\nThe tram carried 18,400 people on a weekday.\nAfter all.\nThe end.';
  const span = { start: text.indexOf('18,400'), end: text.indexOf('18,400') + 6 };

  test('is the rest of their paragraph', () => {
    expect(aroundOf(text, span, { most: 100 })).toEqual({
      before: 'The tram carried ',
      after: ' people on a weekday.',
    });
  });

  test('is cut between words where there is too much of it', () => {
    expect(aroundOf(text, span, { most: 12 })).toEqual({ before: '… carried ', after: ' people on …' });
  });

  test('reaches into the paragraphs beside, where only the place is left of the words', () => {
    const { before, after } = aroundOf(text, span, { most: 100, beyond: true });
    expect(before).toBe('Before all.\nThe tram carried ');
    expect(after).toBe(' people on a weekday.\nAfter all.');
  });
});
