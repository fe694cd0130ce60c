import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorSchema, checkQuote, describeSpan } from '@/domain/anchor';
import { trials } from '@/test/trials';

const text = 'The mayor said 41 trees were felled.\n\nShe did not say why 🌳🌳 they were.';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const refused = (quote: { start: number; end: number; exact: string }, of = text) => {
  const result = checkQuote(of, quote);
  return result.ok ? null : result.refusal;
};

describe('a description of a span', () => {
  test('holds the words and 32 units on either side', () => {
    expect(describeSpan(`${'a'.repeat(50)}quote${'b'.repeat(50)}`, { start: 50, end: 55 })).toEqual({
      start: 50,
      end: 55,
      exact: 'quote',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  test('is shorter at the ends of the text', () => {
    expect(describeSpan(text, spanOf('The mayor'))).toMatchObject({ prefix: '' });
    expect(describeSpan(text, spanOf('were.'))).toMatchObject({ suffix: '' });
  });

  test('never holds half of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), fc.nat(), (words, at) => {
        const start = at % words.length;
        const { prefix, suffix } = describeSpan(`🌳${words}🌳`, { start: 2 + start, end: 2 + start });
        expect(/^[\udc00-\udfff]/.test(prefix) || /[\ud800-\udbff]$/.test(suffix)).toBe(false);
      }),
      { numRuns: trials(1000) },
    );
  });

  test('of a place outside the text is a bug', () => {
    expect(() => describeSpan('short', { start: 2, end: 9 })).toThrow(RangeError);
  });
});

describe('a quote', () => {
  test('that the text says at those offsets is accepted', () => {
    const span = spanOf('41 trees were felled');
    expect(checkQuote(text, { ...span, exact: '41 trees were felled' })).toEqual({ ok: true, value: span });
  });

  const trees = { ...spanOf('41 trees'), exact: '41 trees' };
  test.each([
    ['another figure', { ...trees, exact: '42 trees' }],
    ['another case', { ...trees, exact: '41 Trees' }],
    ['more words than the offsets', { ...trees, exact: '41 trees were' }],
    ['fewer words than the offsets', { ...trees, exact: '41 tree' }],
    ['the right words one place on', { ...trees, start: trees.start + 1, end: trees.end + 1 }],
    ['an end past the text', { ...trees, end: text.length + 1 }],
    ['a start before the text', { ...trees, start: -1 }],
    ['the end before the start', { start: trees.end, end: trees.start, exact: '' }],
    ['no words', { start: 3, end: 3, exact: '' }],
    ['only white space', { start: text.indexOf('\n'), end: text.indexOf('\n') + 2, exact: '\n\n' }],
    ['half an offset', { ...trees, start: trees.start + 0.5 }],
    ['an offset that is no number', { ...trees, start: Number.NaN }],
    ['half a character', { start: text.indexOf('🌳') + 1, end: text.indexOf('🌳') + 2, exact: '\udf33' }],
  ])('with %s is refused', (_, quote) => {
    const refusal = refused(quote);
    expect(refusal?.kind).toBe('rule');
    expect(refusal?.problems[0]?.rule).toBe('quote-mismatch');
  });

  test('that was described is accepted, wherever it stands', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(part, part, part, (before, middle, after) => {
        const exact = `x${middle}`;
        const whole = before + exact + after;
        const described = describeSpan(whole, { start: before.length, end: before.length + exact.length });
        expect(checkQuote(whole, described).ok).toBe(true);
      }),
      { numRuns: trials(1000) },
    );
  });
});

test('an anchor is a described quote in a revision, and the schema needs no transform', () => {
  const anchor = { revision: 1, ...describeSpan(text, spanOf('41 trees')), state: 'exact' };
  expect(anchorSchema.parse(anchor)).toEqual(anchor);
  expect(anchorSchema.safeParse({ ...anchor, state: 'similar' }).success).toBe(false);
});
