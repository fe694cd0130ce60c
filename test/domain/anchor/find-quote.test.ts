import { describe, expect, it } from 'vitest';
import { findQuote } from '@/domain/anchor';

const text = [
  'The council spent 40 million on roads. Critics said it was “too little”.',
  'A year later the council spent 40 million on schools. Nobody objected.',
].join('\n');
const quote = (exact: string, more: object = {}) => ({ exact, prefix: '', suffix: '', position: null, ...more });
const found = (exact: string, more: object = {}) => {
  const place = findQuote(text, quote(exact, more), 'en');
  return typeof place === 'string' ? place : [place.start, text.slice(place.start, place.end)];
};

describe('a quote from elsewhere', () => {
  it('is found where its words stand once, typography aside', () => {
    expect(found('Critics said it was "too little"')).toEqual([39, 'Critics said it was “too little”']);
    expect(found('obody obj')).toEqual([text.indexOf('obody'), 'obody obj']);
  });

  it('is found at its position, if its words are there', () => {
    const at = text.lastIndexOf('40 million');
    expect(found('40 million', { position: { start: at, end: at + 10 } })).toEqual([at, '40 million']);
    expect(found('40 million', { position: { start: at + 1, end: at + 11 } })).toBe('ambiguous');
  });

  it('is told by its surroundings where its words stand several times, white space and punctuation aside', () => {
    expect(found('spent 40 million', { suffix: ' on  schools' })).toEqual([
      text.lastIndexOf('spent'),
      'spent 40 million',
    ]);
    expect(found('spent 40 million', { prefix: 'The council ' })).toEqual([text.indexOf('spent'), 'spent 40 million']);
    expect(found('spent 40 million', { prefix: 'council ', suffix: ' on' })).toBe('ambiguous');
    expect(found('spent 40 million', { suffix: ' on bridges' })).toBe('ambiguous');
  });

  it('is missing where a word or a digit differs, or nothing is quoted', () => {
    expect(found('spent 41 million on roads')).toBe('missing');
    expect(found(' ', { position: { start: 3, end: 4 } })).toBe('missing');
  });
});
