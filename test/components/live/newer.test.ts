import { describe, expect, test } from 'vitest';
import { countedAfter, inWords, isShownBy } from '@/components/live/newer';
import type { Event } from '@/domain/event';

const event = (id: number, given: Partial<Event> = {}): Event => ({
  ...{ id: String(id), at: '2026-11-26T09:00:00.000Z', by: 'ada', type: 'claim.changed' },
  ...{ articleId: 'a', claimId: 'c', subject: null },
  ...given,
});

describe('a list of the log that is being read', () => {
  test('counts what came after it was made, though that was heard while an older list stood there', () => {
    const news = [10, 11, 12].map((id) => ({ at: 9, what: event(id) }));
    expect(countedAfter(9, news)).toBe(3);
    expect(countedAfter(11, news)).toBe(1);
    expect(countedAfter(12, news)).toBe(0);
  });

  test('says that there is more where so much was missed that nobody counted, until it is made anew', () => {
    const news = [
      { at: 9, what: 'anew' as const },
      { at: 9, what: event(2010) },
    ];
    expect(countedAfter(9, news)).toBeNull();
    expect(countedAfter(2010, news)).toBe(0);
    expect([null, 1, 3].map((many) => inWords(many, 'entry'))).toEqual([
      'There are new entries',
      '1 new entry',
      '3 new entries',
    ]);
  });

  test.each([
    [{}, true],
    [{ kind: 'claim' }, true],
    [{ kind: 'claim', by: 'ben' }, false],
    [{ kind: 'evidence' }, false],
    [{ article: 'b' }, false],
    [{ article: 'a', by: 'ada', to: '2026-11-26' }, true],
    [{ to: '2026-11-25' }, false],
  ])('that shows %j has an entry for a change of a claim: %s', (shows, is) => {
    expect(isShownBy(shows)(event(10))).toBe(is);
  });
});
