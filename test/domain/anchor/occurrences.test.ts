import { expect, test } from 'vitest';
import { elsewhere, occurrences } from '@/domain/anchor';

const places = (text: string, quote: string, language?: string) =>
  occurrences(text, quote, language).map(({ start, end }) => text.slice(start, end));

test('the same words are found wherever they stand, in order', () => {
  const text = 'Taxes rose. They say taxes rose again.\nTaxes rose.';
  expect(occurrences(text, 'taxes rose')).toEqual([
    { start: 0, end: 10 },
    { start: 21, end: 31 },
    { start: 39, end: 49 },
  ]);
});

test.each([
  ['curly and straight quotation marks', 'He said “don’t go”.', '"don\'t go"'],
  ['dashes', 'from 2019–2024 on', '2019-2024'],
  ['spaces that do not break, and more than one', 'rose by 5\u00a0  percent', 'by 5 percent'],
  ['soft hyphens and zero-width spaces', 'the gov\u00adern\u200bment fell', 'the government fell'],
  ['the ellipsis', 'Wait… what', 'Wait... what'],
])('typography is set aside: %s', (_, text, quote) => expect(places(text, quote)).toHaveLength(1));

test.each([
  ['a longer word', 'the cattle', 'cat'],
  ['a longer figure', 'cost 13.5 million', '3.5 million'],
  ['another figure', 'cost 3.6 million', '3.5 million'],
  ['another case within', 'the white house', 'the White House'],
  ['the end of a paragraph', 'the\nend', 'the end'],
  ['no words', 'a b', ' '],
])('other words are other claims: %s', (_, text, quote) => expect(places(text, quote)).toEqual([]));

test('words are those of the language', () => {
  expect(places('在北京大学', '北京大学', 'zh')).toHaveLength(1);
  expect(places('😀 ß ß', 'ß', 'de')).toHaveLength(2);
});

test('a claim is offered every other place, not its own', () => {
  const text = 'He lied. He lied. He lied.';
  expect(elsewhere(text, { start: 9, end: 16 })).toEqual([
    { start: 0, end: 7 },
    { start: 18, end: 25 },
  ]);
});

test('a letter repeated through a long block costs no delay', () => {
  expect(occurrences('a '.repeat(50_000), 'a')).toHaveLength(1000);
}, 5000);
