import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  composed,
  isWellFormed,
  line,
  looksBinary,
  normalise,
  paragraphsOf,
  repair,
  text,
  wellFormed,
} from '@/domain/text';
import { trials } from '../trials';

const issues = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues ?? [];
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

describe('a text field', () => {
  it.each(['', 'plain', 'two\nlines', '\u202Eright to left', 'zero\u200Bwidth', '👩‍👩‍👧', '\u0007 bell'])(
    'keeps %j',
    (typed) => {
      expect(text({ max: 40 }).parse(typed)).toBe(typed);
    },
  );

  it('refuses NUL and half a surrogate pair, each with its sentence', () => {
    expect(issues(wellFormed(9), 'a\0b')[0]?.message).toMatch(/NUL/);
    expect(issues(wellFormed(9), 'a\ud83d')[0]?.message).toMatch(/unpaired surrogate/);
    expect(issues(wellFormed(9), '\ude00a')).toHaveLength(1);
  });

  it('counts code points as the OpenAPI document does, and says too big apart from malformed', () => {
    expect(issues(text({ max: 2 }), '😀😀')).toEqual([]);
    expect(issues(text({ max: 1 }), '😀😀')[0]).toMatchObject({ code: 'too_big', origin: 'string' });
    expect(issues(text({ max: 3, min: 1 }), '')[0]).toMatchObject({
      code: 'too_small',
      message: 'This may not be empty.',
    });
  });

  it('can be described in a contract', () => {
    expect(z.toJSONSchema(text({ max: 5, min: 1 }))).toMatchObject({ type: 'string', minLength: 1, maxLength: 5 });
    expect(z.toJSONSchema(line({ max: 5 }))).toMatchObject({ type: 'string', maxLength: 5 });
  });
});

describe('a single line', () => {
  it.each(['', ' ', '\u00a0', '\u200b', 'a\nb', 'a\tb', 'a\u2028b', 'a\u0085b', '\u0007'])('refuses %j', (typed) => {
    expect(line({ max: 40 }).safeParse(typed).success).toBe(false);
  });

  it.each(['A title', ' spaced ', '標題', 'شاهد', '🗞️', '0'])('takes %j as typed', (typed) => {
    expect(line({ max: 40 }).parse(typed)).toBe(typed);
  });
});

describe('normalising what a client sent', () => {
  it('composes every string and leaves everything else', () => {
    const sent = { a: 'Cafe\u0301', list: ['e\u0301', 1, null, true, { deep: 'n\u0303' }], 'ke\u0301y': 0 };
    expect(normalise(sent)).toEqual({
      a: 'Caf\u00e9',
      list: ['\u00e9', 1, null, true, { deep: '\u00f1' }],
      'ke\u0301y': 0,
    });
    expect(sent.a).toBe('Cafe\u0301');
    expect(normalise('e\u0301')).toBe('\u00e9');
  });

  it('survives nesting deeper than the stack and a field named __proto__', () => {
    expect(normalise(JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toHaveLength(1);
    const polluted = normalise(JSON.parse('{"__proto__": {"admin": "yes"}}'));
    expect(Object.getPrototypeOf(polluted)).toBe(Object.prototype);
    expect(JSON.stringify(polluted)).toBe('{"__proto__":{"admin":"yes"}}');
  });

  it('leaves an endless run of combining marks alone instead of sorting it for minutes', () => {
    const marks = `a${'\u0300\u0316'.repeat(500_000)}`;
    expect(composed(marks)).toBe(marks);
    expect(composed(`e\u0301${'\u0316'.repeat(200)}`)).toMatch(/^\u00e9/);
  });
});

describe('repairing foreign text', () => {
  it.each([
    ['\uFEFFa', 'a', /byte order mark/],
    ['a\0b\0', 'ab', /^2 NUL characters were removed/],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd', /Line endings/],
    ['a\u2028b\u2029c\fd\u0085e', 'a\nb\nc\nd\ne', /Line endings/],
    ['a\ud800b', 'a\ufffdb', /^One broken character was replaced/],
    ['a\u0008b\u009f', 'ab', /^2 control characters/],
    ['Cafe\u0301', 'Caf\u00e9', /joined/],
  ])('mends %j and says so', (foreign, mended, sentence) => {
    const { text, repairs } = repair(foreign);
    expect(text).toBe(mended);
    expect(repairs).toHaveLength(1);
    expect(repairs[0]).toMatch(sentence);
  });

  it.each(['', 'nothing to mend\n\nhere', 'tab\there', '\u202Ertl\u202C', 'a\u200Bb', '“quotes” – and — dashes', '😀'])(
    'leaves %j alone and says nothing',
    (fine) => expect(repair(fine)).toEqual({ text: fine, repairs: [] }),
  );

  it('always gives text that can be stored, and nothing more to repair', () => {
    fc.assert(
      fc.property(anyText, (foreign) => {
        const once = repair(foreign);
        expect(isWellFormed(once.text)).toBe(true);
        expect(once.text).not.toMatch(/\r/);
        expect(repair(once.text)).toEqual({ text: once.text, repairs: [] });
      }),
      { numRuns: trials(1000) },
    );
  });
});

describe('telling text from binary', () => {
  it.each(['plain', 'one\0NUL in a text', 'colour\u001b[31m codes\u001b[0m', 'tab\tand\r\nreturn', '日本語のテキスト'])(
    'takes %j for text',
    (content) => {
      expect(looksBinary(content)).toBe(false);
      expect(looksBinary(new TextEncoder().encode(content))).toBe(false);
    },
  );

  it('takes random and zeroed bytes for binary', () => {
    const random = Uint8Array.from({ length: 4096 }, (_, i) => (i * 2654435761) >>> 13);
    expect(looksBinary(random)).toBe(true);
    expect(looksBinary(new Uint8Array(64))).toBe(true);
    expect(looksBinary(new TextDecoder().decode(random))).toBe(true);
  });
});

it('gives the paragraphs of a revision back', () => {
  expect(paragraphsOf('One.\n\nThree.')).toEqual(['One.', '', 'Three.']);
});
