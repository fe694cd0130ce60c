import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, cohenKappa, intervalOf, krippendorffAlpha, type Pair, shareAgreed } from '@/domain/agreement';
import { plain } from '@/test/builders/edition';
import { trials } from '@/test/trials';

/** Pairs from a table of counts: rows are the first person's verdicts, columns the second's. */
const pairsOf = (table: number[][]): Pair[] =>
  table.flatMap((row, a) => row.flatMap((many, b) => Array.from({ length: many }, (): Pair => [String(a), String(b)])));

/** Units from one line a person, one character a unit, a dot where they did not rate. */
const unitsOf = (...lines: string[]): string[][] =>
  Array.from({ length: lines[0]!.length }, (_, unit) =>
    lines.map((line) => line[unit]!).filter((value) => value !== '.'),
  );

describe('Cohen’s kappa is what was printed', () => {
  it.each([
    // J. Cohen 1960, table 1: two psychologists, 200 patients, three categories
    [
      'Cohen 1960',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      '0.70',
      '0.492',
    ],
    // the worked examples in common use, of which two have the same agreement and other habits
    [
      'fifty proposals',
      [
        [20, 5],
        [10, 15],
      ],
      '0.70',
      '0.400',
    ],
    [
      'habits alike',
      [
        [45, 15],
        [25, 15],
      ],
      '0.60',
      '0.130',
    ],
    [
      'habits unlike',
      [
        [25, 35],
        [5, 35],
      ],
      '0.60',
      '0.259',
    ],
  ])('%s', (_, table, share, kappa) => {
    const pairs = pairsOf(table as number[][]);
    expect(shareAgreed(pairs)?.toFixed(2)).toBe(share);
    expect(cohenKappa(pairs)?.toFixed(3)).toBe(kappa);
  });

  it('says nothing where there is nothing to say', () => {
    expect([cohenKappa([]), shareAgreed([]), cohenKappa([['true', 'true']])]).toEqual([null, null, null]);
  });
});

describe('Krippendorff’s alpha is what was printed in “Computing Krippendorff’s alpha-reliability”', () => {
  it('A: two observers, two values', () => {
    const units = unitsOf('0100000010', '1110010000');
    expect(krippendorffAlpha(units, ['0', '1'], 'nominal')?.toFixed(3)).toBe('0.095');
  });

  it('B: two observers, five values', () => {
    const units = unitsOf('aabbdcccedda', 'babbbccceddd');
    expect(krippendorffAlpha(units, [...'abcde'], 'nominal')?.toFixed(3)).toBe('0.692');
  });

  it('C: four observers, ratings missing, nominal and ordinal', () => {
    const units = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    expect(krippendorffAlpha(units, [...'12345'], 'nominal')?.toFixed(3)).toBe('0.743');
    expect(krippendorffAlpha(units, [...'12345'], 'ordinal')?.toFixed(3)).toBe('0.815');
  });

  it('says nothing of values that never vary, or of one rating each', () => {
    expect(krippendorffAlpha([['a', 'a']], ['a', 'b'], 'nominal')).toBeNull();
    expect(krippendorffAlpha([['a'], ['b']], ['a', 'b'], 'ordinal')).toBeNull();
  });
});

const verdicts = fc.constantFrom(...plain.values.map(({ key }) => key));
const pairs = fc.array(fc.tuple(verdicts, verdicts), { maxLength: 40 });

describe('agreement of a desk', () => {
  it('is whole where everybody agrees, and is no more than that ever', () => {
    const agreed = plain.values.map(({ key }): Pair => [key, key]);
    const found = agreementOf(agreed, plain);
    expect([found.share, found.kappa, found.nominal, found.ordinal].map((figure) => figure?.value)).toEqual([
      1, 1, 1, 1,
    ]);
    fc.assert(
      fc.property(pairs, (given) => {
        const { share, kappa, nominal, ordinal, confusion } = agreementOf(given, plain);
        for (const figure of [share, kappa, nominal, ordinal]) if (figure) expect(figure.value).toBeLessThanOrEqual(1);
        expect(confusion.flat().reduce((sum, many) => sum + many, 0)).toBe(given.length);
      }),
      { numRuns: trials(30) },
    );
  });

  it('counts the order of the scale: near misses weigh less than far ones', () => {
    const others: Pair[] = [
      ['false', 'false'],
      ['true', 'true'],
      ['mixed', 'mixed'],
    ];
    const near = agreementOf([...others, ['true', 'mostly-true']], plain);
    const far = agreementOf([...others, ['true', 'false']], plain);
    expect(near.ordinal!.value).toBeGreaterThan(far.ordinal!.value);
  });

  it('leaves verdicts that stand apart from the order out of the ordinal figure, and says how many it is of', () => {
    const given: Pair[] = [
      ['true', 'false'],
      ['misleading', 'false'],
      ['false', 'false'],
    ];
    expect(agreementOf(given, plain)).toMatchObject({ pairs: 3, ordered: 2 });
    expect(agreementOf(given, { ...plain, ordered: false })).toMatchObject({ ordinal: null, ordered: 0 });
  });

  it('has intervals that hold the figure, narrow as claims are added, and are the same each time', () => {
    const few = pairsOf([
      [20, 5],
      [10, 15],
    ]);
    const many = pairsOf([
      [200, 50],
      [100, 150],
    ]);
    const [wide, narrow] = [intervalOf(few, cohenKappa)!, intervalOf(many, cohenKappa)!];
    expect(wide.low).toBeLessThan(0.4);
    expect(wide.high).toBeGreaterThan(0.4);
    expect(narrow.high - narrow.low).toBeLessThan((wide.high - wide.low) / 2);
    expect(intervalOf(few, cohenKappa)).toEqual(wide);
    expect(intervalOf([['true', 'true']], shareAgreed)).toBeNull();
  });
});
