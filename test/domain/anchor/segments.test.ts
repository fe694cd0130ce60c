import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segments } from '@/domain/anchor';
import { trials } from '@/test/trials';

const range = (id: string, start: number, end: number) => ({ id, start, end });

describe('overlapping claims become flat segments', () => {
  test('the smallest claim first', () => {
    expect(segments([range('long', 0, 20), range('short', 5, 10), range('other', 8, 20)])).toEqual([
      { start: 0, end: 5, ids: ['long'] },
      { start: 5, end: 8, ids: ['short', 'long'] },
      { start: 8, end: 10, ids: ['short', 'other', 'long'] },
      { start: 10, end: 20, ids: ['other', 'long'] },
    ]);
  });

  test('claims that touch stay apart', () => {
    expect(segments([range('b', 5, 9), range('a', 0, 5)])).toEqual([
      { start: 0, end: 5, ids: ['a'] },
      { start: 5, end: 9, ids: ['b'] },
    ]);
  });

  test('a claim that stands twice in a place is named once, and an empty one not at all', () => {
    expect(segments([range('a', 0, 5), range('a', 0, 5), range('b', 3, 3)])).toEqual([
      { start: 0, end: 5, ids: ['a'] },
    ]);
  });

  const text = 'A text of sixty characters, which claims cover as they please.';
  const claims = fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 25 })
    .map((spans) => spans.map(([a, b], i) => range(`c${i}`, Math.min(a, b), Math.max(a, b))));

  test('which rebuild the text and name at every offset just the claims that cover it', () => {
    fc.assert(
      fc.property(claims, (all) => {
        let rebuilt = '';
        for (const { start, end, ids } of segments(all)) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(rebuilt.length);
          rebuilt += text.slice(rebuilt.length, start) + text.slice(start, end);
          for (let at = start; at < end; at += 1) {
            const covering = all.filter((each) => each.start <= at && at < each.end).map(({ id }) => id);
            expect([...ids].sort()).toEqual(covering.sort());
          }
          const sizes = ids.map((id) => all.find((each) => each.id === id)!).map((each) => each.end - each.start);
          expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
        }
        const covered = segments(all).reduce((sum, { start, end }) => sum + end - start, 0);
        const expected = [...text].filter((_, at) => all.some(({ start, end }) => start <= at && at < end)).length;
        expect(covered).toBe(expected);
        expect(rebuilt + text.slice(rebuilt.length)).toBe(text);
      }),
      { numRuns: trials(1000) },
    );
  });

  test('five thousand of them at once', () => {
    const many = Array.from({ length: 5000 }, (_, i) => range(`c${i}`, i * 19, i * 19 + 40));
    expect(segments(many).length).toBeGreaterThan(5000);
  });
});
