import { describe, expect, it } from 'vitest';
import { hourOf, minutesLate } from '@/domain/schedule';
import { rules, value } from '@/test/desk';

const now = new Date('2026-11-25T12:00:00.000Z');

describe('the hour of an edition', () => {
  it('is kept in UTC with milliseconds, so that hours sort as text', () => {
    expect(value(hourOf('2026-11-26T08:00:00Z', now))).toBe('2026-11-26T08:00:00.000Z');
  });

  it('is still to come, within a year, and one that there is', () => {
    const refused = [
      '2026-11-25T12:00:00.000Z',
      '2020-01-01T00:00:00Z',
      '2027-11-27T12:00:00Z',
      '9999-12-31T23:59:59Z',
      'soon',
    ];
    for (const at of refused) expect([at, rules(hourOf(at, now))]).toEqual([at, ['schedule-time']]);
    expect(rules(hourOf('2026-11-25T12:00:00.001Z', now))).toEqual([]);
    expect(rules(hourOf('2027-11-26T12:00:00Z', now))).toEqual([]);
  });

  it('was missed by whole minutes, from one on', () => {
    const at = '2026-11-25T12:00:00.000Z';
    const late = (settledAt: string | null) => minutesLate({ at, settledAt });
    expect(late(null)).toBe(0);
    expect(late('2026-11-25T12:00:59.999Z')).toBe(0);
    expect(late('2026-11-25T12:01:00.000Z')).toBe(1);
    expect(late('2026-11-25T15:30:40.000Z')).toBe(210);
  });
});
