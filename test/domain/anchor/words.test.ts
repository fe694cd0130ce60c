import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapToWords } from '@/domain/anchor';
import { trials } from '@/test/trials';

/** What a selection drawn between the bars becomes. */
const snapped = (drawn: string, language = 'en') => {
  const start = drawn.indexOf('|');
  const end = drawn.lastIndexOf('|') - 1;
  const text = drawn.replaceAll('|', '');
  const span = snapToWords(text, { start, end }, language);
  return span && text.slice(span.start, span.end);
};

describe('a selection snaps to whole words', () => {
  test.each([
    ['The c|ity coun|cil voted', 'city council'],
    ['The| city council |voted', 'city council'],
    ['The |city council| voted', 'city council'],
    ['spent $|3.|5 million', '3.5'],
    ['don|’|t', 'don’t'],
    ['She left|.\nThe ma|yor', '.\nThe mayor'],
    ['She left.|\n\nThe ma|yor', 'The mayor'],
    ['|The mayor left.\n|She', 'The mayor left.'],
    ['naï|ve ca|fé', 'naïve café'],
    ['a 👩🏽‍|🚒 here|', '👩🏽‍🚒 here'],
    ['שלום לכ|ו|לם', 'לכולם'],
    ['|50%| of', '50%'],
  ])('%s', (drawn, words) => expect(snapped(drawn)).toBe(words));

  test('in a language that writes no spaces', () => expect(snapped('我喜欢北|京|烤鸭', 'zh')).toBe('北京'));

  test('in a text whose language is not a language', () => expect(snapped('The c|i|ty', '?!')).toBe('city'));

  test.each(['a| |b', 'a|\n\n|b', 'a||b', '||'])('or to nothing where only space was drawn: %j', (drawn) =>
    expect(snapped(drawn)).toBeNull(),
  );

  test('which is never less than the words drawn, leaves no block it stood in, and snaps to itself', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab .\n’-3🌳é'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const span = snapToWords(text, { start, end }, 'en');
        const drawn = text.slice(start, end).trim();
        expect(span === null).toBe(drawn === '');
        if (!span) return;
        const found = text.slice(span.start, span.end);
        expect(found).toContain(drawn);
        expect(found).toBe(found.trim());
        expect(found.split('\n')).toHaveLength(drawn.split('\n').length);
        expect(snapToWords(text, span, 'en')).toEqual(span);
      }),
      { numRuns: trials(1000) },
    );
  });
});
