import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastWeeks, mondayOf, periodOf, seriesOf, spreadOf, weeksOf } from '@/domain/figures';
import { trials } from '@/test/trials';

const today = '2026-11-25'; // a Wednesday

describe('the weeks of a period', () => {
  it('begin on Monday, and every day is in one of them', () => {
    expect(['2026-11-23', '2026-11-25', '2026-11-29', '2027-01-01'].map(mondayOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
      '2026-12-28',
    ]);
    expect(weeksOf({ from: '2026-11-15', to: '2026-11-23' })).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 104 }), (date, many) => {
        const at = date.toISOString().slice(0, 10);
        const weeks = weeksOf(lastWeeks(many, at));
        expect([weeks.length, weeks.at(-1)]).toEqual([many, mondayOf(at)]);
      }),
      { numRuns: trials(300) },
    );
  });
});

describe('the period that somebody asks for', () => {
  it('is the last three months unless they say otherwise', () => {
    expect(periodOf({}, today)).toEqual({ period: { from: '2026-08-31', to: today }, refusal: null });
    expect(periodOf({ from: '2026-01-01', to: '2026-02-01' }, today).period).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
    });
  });

  it.each([
    [{ from: 'yesterday' }, /as YYYY-MM-DD/],
    [{ to: '2026-02-30' }, /as YYYY-MM-DD/],
    [{ from: '2026-11-02', to: '2026-11-01' }, /after the last/],
    [{ from: '1999-01-01' }, /two years at most/],
  ])('is refused in words, and the usual one shown: %o', (asked, sentence) => {
    const { period, refusal } = periodOf(asked, today);
    expect(refusal).toMatch(sentence);
    expect(period).toEqual(lastWeeks(13, today));
  });
});

it('nothing counted in a week is a nought', () => {
  const rows = [{ week: '2026-11-16', key: 'made', count: 3 }];
  expect(seriesOf(rows, ['2026-11-09', '2026-11-16'], ['made', 'approve'])).toEqual([
    [0, 3],
    [0, 0],
  ]);
});

describe('how long things took', () => {
  it('is told by the half and by nine in ten', () => {
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([5])).toEqual({ count: 1, median: 5, most: 5 });
    expect(spreadOf([40, 10, 30, 20, 0])).toEqual({ count: 5, median: 20, most: 36 });
  });
});
