import { expect, test } from 'vitest';
import { ago, longDate } from '@/components/ui/moment';

const now = Date.parse('2026-03-14T12:00:00Z');

test.each([
  ['2026-03-14T11:59:40Z', 'just now'],
  ['2026-03-14T11:58:00Z', '2 minutes ago'],
  ['2026-03-14T09:00:00Z', '3 hours ago'],
  ['2026-03-13T11:00:00Z', 'yesterday'],
  ['2026-03-01T12:00:00Z', '2 weeks ago'],
  ['2025-03-10T12:00:00Z', 'last year'],
  ['2026-03-14T14:00:00Z', 'in 2 hours'],
])('%s is %s', (at, expected) => {
  expect(ago(at, now)).toBe(expected);
});

test('a date is written out, with its zone', () => {
  expect(longDate('2026-03-14T10:05:00Z', 'UTC')).toBe('14 March 2026 at 10:05 UTC');
});
