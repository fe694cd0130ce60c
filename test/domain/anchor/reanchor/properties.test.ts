import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAll, type Described, describeSpan } from '@/domain/anchor';
import { trials } from '@/test/trials';

const WORDS =
  'the mayor said that 41 people did not come to vote in May and “nobody” saw don’t 3.5 % é 北京 שלום 👩🏽‍🚒 …'.split(
    ' ',
  );
const RARE = 'harbour quay ferry mooring council budget river bridge school winter'.split(' ');

const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...RARE) },
  { weight: 1, arbitrary: anything },
);
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
const block = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.join(' ').replaceAll('\n', ' '));
const blocks = fc.array(block, { minLength: 1, maxLength: 8 });
const places = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 120 })), { minLength: 1, maxLength: 12 });

/** Claims on a text, none of white space only. */
const claimsOn = (text: string, where: [number, number][]): Described[] =>
  where
    .map(([at, length]) => ({ start: at % text.length, end: Math.min(text.length, (at % text.length) + 1 + length) }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map((span) => describeSpan(text, span));

const runs = { numRuns: trials(3000) };

describe('whatever the texts, a claim', () => {
  test('is exact, where it was, in the same text', () => {
    fc.assert(
      fc.property(blocks, places, (all, where) => {
        const text = all.join('\n');
        const claims = claimsOn(text, where);
        expect(anchorAll(text, text, claims)).toEqual(
          claims.map(({ start, end }) => ({ state: 'exact', start, end, changes: [] })),
        );
      }),
      runs,
    );
  });

  test('that nothing was inserted into keeps its words', () => {
    fc.assert(
      fc.property(blocks, places, fc.nat(), sentence, (all, where, at, added) => {
        const text = all.join('\n');
        const cut = text.indexOf(' ', at % text.length) + 1;
        const claims = claimsOn(text, where).filter(({ start, end }) => end <= cut - 1 || start >= cut);
        const after = `${text.slice(0, cut)}${added} ${text.slice(cut)}`;
        for (const [index, found] of anchorAll(text, after, claims).entries()) {
          expect(found.state).toMatch(/^(exact|moved)$/);
          expect(after.slice(found.start!, found.end!).trim()).toBe(claims[index]!.exact.trim());
        }
      }),
      runs,
    );
  });

  test('is found alike whatever the order of the claims, and whether alone or among others', () => {
    fc.assert(
      fc.property(blocks, blocks, places, (one, other, where) => {
        const text = one.join('\n');
        const after = [...other, ...one.slice(1)].join('\n');
        const claims = claimsOn(text, where);
        const found = anchorAll(text, after, claims);
        expect(anchorAll(text, after, claims.toReversed())).toEqual(found.toReversed());
        for (const [at, claim] of claims.entries()) expect(anchorAll(text, after, [claim])).toEqual([found[at]]);
      }),
      { numRuns: trials(1000) },
    );
  });

  test('is lost with its paragraph', () => {
    const prose = fc.array(fc.constantFrom(...RARE), { minLength: 4, maxLength: 10 });
    const mine = fc.array(fc.constantFrom('tax', 'rose', 'sharply', 'again', 'officials', 'confirmed'), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 6 }), mine, fc.nat(), (others, words, at) => {
        const rest = others.map((each) => `${each.join(' ')}.`);
        const here = at % (rest.length + 1);
        const text = rest.toSpliced(here, 0, `${words.join(' ')}.`).join('\n');
        const start = rest.slice(0, here).join('\n').length + (here > 0 ? 1 : 0);
        const claim = describeSpan(text, { start, end: start + words.join(' ').length });
        expect(anchorAll(text, rest.join('\n'), [claim])).toEqual([
          { state: 'lost', start: null, end: null, changes: [] },
        ]);
      }),
      runs,
    );
  });
});

/** The text with pieces of it cut out, repeated, moved or written over. */
const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.oneof(fc.constant(''), anything, sentence)), {
  minLength: 1,
  maxLength: 8,
});
const edited = (text: string, changes: [number, number, string][]): string =>
  changes.reduce((now, [at, length, words]) => {
    const from = at % (now.length + 1);
    return `${now.slice(0, from)}${words}${now.slice(from + length)}`;
  }, text);

describe('after any edits', () => {
  test('a span is within the text, in order, holds something, and its state tells the truth', () => {
    const bare = (words: string) => words.normalize('NFKC').replace(/[\s\p{P}\p{Cf}\p{M}]/gu, '');
    fc.assert(
      fc.property(blocks, places, edits, (all, where, changes) => {
        const text = all.join('\n');
        const after = edited(text, changes);
        const claims = claimsOn(text, where);
        for (const [at, { state, start, end, changes: kinds }] of anchorAll(text, after, claims).entries()) {
          if (start === null || end === null) {
            expect([state, start, end, kinds]).toEqual(['lost', null, null, []]);
            continue;
          }
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(after.length);
          expect(kinds.length > 0).toBe(state === 'changed');
          if (state !== 'changed') expect(bare(after.slice(start, end))).toBe(bare(claims[at]!.exact));
        }
      }),
      runs,
    );
  });

  test('texts that have nothing to do with each other, and any anchors, never throw', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 200 });
    const anchor = fc.record({ start: fc.nat(300), end: fc.nat(300), exact: wild, prefix: wild, suffix: wild });
    fc.assert(
      fc.property(wild, wild, fc.array(anchor, { maxLength: 5 }), wild, (one, other, anchors, language) => {
        expect(anchorAll(one, other, anchors, { language })).toHaveLength(anchors.length);
      }),
      runs,
    );
  });
});

describe('typography', () => {
  const SET: [RegExp, string][] = [
    [/“|”/g, '"'],
    [/’/g, "'"],
    [/…/g, '...'],
    [/ /g, '\u00a0'],
    [/\n/g, '\n\n'],
    [/é/g, 'e\u0301'],
  ];

  test('alone never makes a claim changed or lost', () => {
    const words = fc.array(fc.constantFrom(...WORDS, ...RARE), { minLength: 2, maxLength: 12 });
    const prose = fc
      .array(words, { minLength: 1, maxLength: 6 })
      .map((all) => all.map((each) => each.join(' ')).join('\n'));
    fc.assert(
      fc.property(prose, places, fc.subarray(SET, { minLength: 1 }), (text, where, sets) => {
        const after = sets.reduce((now, [set, as]) => now.replace(set, as), text);
        const whole = claimsOn(text, where)
          .map(({ start, end }) => ({ start: text.lastIndexOf(' ', start) + 1, end: `${text} `.indexOf(' ', end) }))
          .filter(({ start, end }) => end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end)));
        const claims = whole.map((span) => describeSpan(text, span));
        for (const { state } of anchorAll(text, after, claims)) expect(state).toMatch(/^(exact|moved)$/);
      }),
      runs,
    );
  });
});

describe('a claim in which', () => {
  const around = ['The council met on Monday.', 'The session went on until late at night.'];
  const filler = fc.array(fc.constantFrom(...RARE), { minLength: 3, maxLength: 8 });

  test('a digit changed never stands, wherever else its words went', () => {
    fc.assert(
      fc.property(filler, fc.integer({ min: 100, max: 99_999 }), fc.nat(), fc.boolean(), (words, figure, at, moves) => {
        const claim = words.toSpliced(at % words.length, 0, String(figure)).join(' ');
        const wrong = claim.replace(String(figure), String(figure + 1));
        const text = [around[0], claim, around[1]].join('\n');
        const after = (moves ? [wrong, ...around] : [around[0], wrong, around[1]]).join('\n');
        const [found] = anchorAll(text, after, [
          describeSpan(text, { start: around[0]!.length + 1, end: around[0]!.length + 1 + claim.length }),
        ]);
        expect(found!.state).toMatch(/^(changed|lost)$/);
        if (found!.state === 'changed') expect(found!.changes).toContain('number');
      }),
      runs,
    );
  });

  test('a "not" was put never stands', () => {
    fc.assert(
      fc.property(filler, fc.nat(), (words, at) => {
        const claim = words.join(' ');
        const after = [around[0], words.toSpliced(1 + (at % (words.length - 1)), 0, 'not').join(' '), around[1]].join(
          '\n',
        );
        const start = around[0]!.length + 1;
        const text = [around[0], claim, around[1]].join('\n');
        const [found] = anchorAll(text, after, [describeSpan(text, { start, end: start + claim.length })]);
        expect(found).toMatchObject({ state: 'changed', changes: ['negation'] });
      }),
      runs,
    );
  });
});

test.each([
  ['one word over and over', 'a '.repeat(500_000), 'a '.repeat(499_000)],
  [
    'one word over and over, an edit in the middle',
    'a '.repeat(500_000),
    `${'a '.repeat(250_000)}b ${'a '.repeat(240_000)}`,
  ],
  [
    'one word over and over at both ends, others between',
    `x ${'a b '.repeat(250_000)}`,
    `y ${'b a '.repeat(250_000)}z`,
  ],
  ['one letter', 'a'.repeat(1_000_000), 'a'.repeat(999_999)],
  [
    'one line again and again',
    'The same line again and again, it seems.\n'.repeat(25_000),
    'The same line again and again, it seems.\n'.repeat(24_000),
  ],
  ['marks', '.'.repeat(1_000_000), '-'.repeat(1_000_000)],
  ['blank lines', '\n'.repeat(1_000_000), '\n '.repeat(500_000)],
  ['accents upon accents', `e${'\u0301'.repeat(1_000_000)}`, `e${'\u0301'.repeat(900_000)}f`],
])('a megabyte of %s is read in the end', (_, one, other) => {
  const claims = [0, 400_000, 900_000].map((start) => describeSpan(one, { start, end: start + 90 }));
  expect(anchorAll(one, other, claims)).toHaveLength(3);
});
