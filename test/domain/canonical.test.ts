import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, digestOf } from '@/domain/canonical';
import { trials } from '../trials';

const wellFormed = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    wellFormed,
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(wellFormed, tie('value'), { maxKeys: 5 }),
  ),
}));

/** The same value with every object's keys in another order. */
function reordered(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(reordered);
  if (given === null || typeof given !== 'object') return given;
  const entries = Object.entries(given).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reordered(inner)]));
}

describe('the canonical form', () => {
  it('is that of RFC 8785, as an independent implementation writes it', () => {
    fc.assert(
      fc.property(value, (given) => canonical(given) === canonicalize(given)),
      { numRuns: trials(1000) },
    );
  });

  it('gives a digest that does not depend on the order of keys', () => {
    fc.assert(
      fc.property(value, (given) => digestOf(reordered(given)) === digestOf(given)),
      { numRuns: trials(1000) },
    );
  });

  it('has no place for fractions, undefined or half a character', () => {
    for (const given of [0.5, Number.NaN, 2 ** 53, undefined, '\ud800', { a: undefined }]) {
      expect(() => canonical(given)).toThrow(TypeError);
    }
  });
});
