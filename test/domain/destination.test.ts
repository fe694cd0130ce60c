import fc from 'fast-check';
import { expect, test } from 'vitest';
import { destination } from '@/domain/destination';
import { trials } from '../trials';

test.each(['/', '/articles/1?claim=2#c3', '/settings', '/a%20b', '/sign-in?next=%2F%2Fevil.example'])(
  'a path of the desk is where one came from: %s',
  (path) => expect(destination(path)).toBe(path),
);

test.each([
  null,
  '',
  'settings',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
])('anything else leads to the front page: %j', (next) => expect(destination(next)).toBe('/'));

test('whatever is asked for, a browser stays on the desk', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    '@',
    ':',
    '\t',
    '\n',
    'evil.example',
    'https:',
    '%2f',
    '?',
    '#',
  );
  const next = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(next, (given) => {
      const origin = 'http://localhost:3000';
      expect(new URL(destination(given), `${origin}/sign-in`).origin).toBe(origin);
    }),
    { numRuns: trials(10_000) },
  );
});
