import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAfter, meaningOf, type Reading, watchIntervals } from '@/domain/watch';
import { trials } from '@/test/trials';

const [first, second, third] = ['a', 'b', 'c'].map((sha256) => ({ title: 'Ferry', sha256 })) as [
  Reading,
  Reading,
  Reading,
];
const titled = (title: string, { sha256 }: Reading = first): Reading => ({ title, sha256 });
const known = { newest: first, seen: null, pending: null };

describe('a text read at the address of an article', () => {
  test('that is the newest revision’s is as checked', () => {
    expect(meaningOf(first, known)).toBe('as-checked');
    expect(meaningOf(first, { ...known, seen: first })).toBe('as-checked');
  });

  test('that differs is news, the first time and whenever it changes again', () => {
    expect(meaningOf(second, known)).toBe('news');
    expect(meaningOf(second, { ...known, seen: first })).toBe('news');
    expect(meaningOf(third, { ...known, seen: second, pending: second })).toBe('news');
  });

  test('that was found already waits', () => {
    expect(meaningOf(second, { ...known, seen: second, pending: second })).toBe('waits');
  });

  test('that was dismissed is not news again until another has stood there', () => {
    expect(meaningOf(second, { ...known, seen: second })).toBe('seen');
    expect(meaningOf(second, { ...known, seen: third })).toBe('news');
  });

  test('that was changed back is as checked', () => {
    expect(meaningOf(first, { ...known, seen: second, pending: second })).toBe('as-checked');
  });

  test('whose headline a person worded otherwise is as checked', () => {
    expect(meaningOf(titled('Ferry, says the site'), known)).toBe('as-checked');
    expect(meaningOf(titled('Ferry, says the site'), { ...known, seen: titled('Ferry, says the site') })).toBe(
      'as-checked',
    );
  });

  test('whose headline alone has changed since it was seen is news, and waits', () => {
    const [before, after] = [titled('Ferry, says the site'), titled('Record, says the site')];
    expect(meaningOf(after, { ...known, seen: before })).toBe('news');
    expect(meaningOf(after, { ...known, seen: after, pending: after })).toBe('waits');
    expect(meaningOf(first, { ...known, seen: after, pending: after })).toBe('as-checked');
  });
});

describe('the next look', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const hours = (...given: Parameters<typeof dueAfter>) => (dueAfter(...given).getTime() - now.getTime()) / 3_600_000;

  test.each([
    ['hourly', 0, 1],
    ['six-hourly', 0, 6],
    ['daily', 0, 24],
    ['hourly', 1, 2],
    ['hourly', 3, 8],
    ['daily', 2, 96],
    ['daily', 3, 168],
    ['hourly', 1000, 168],
  ] as const)('%s after %i failures is in %i hours', (every, failures, expected) => {
    expect(hours(every, now, failures)).toBe(expected);
  });

  test('is no sooner than the site asks for', () => {
    expect(hours('hourly', now, 1, 3 * 3600)).toBe(3);
    expect(hours('daily', now, 0, 60)).toBe(24);
  });

  test('is never sooner for more failures', () => {
    const one = fc.property(fc.constantFrom(...watchIntervals), fc.nat(100), fc.nat(1e6), (every, failures, wait) => {
      expect(hours(every, now, failures + 1, wait)).toBeGreaterThanOrEqual(hours(every, now, failures, wait));
    });
    fc.assert(one, { numRuns: trials(1000) });
  });
});
