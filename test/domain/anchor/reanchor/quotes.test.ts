import { describe, expect, test } from 'vitest';
import { anchorQuote } from '@/domain/anchor';

const text = [
  'The council voted yes on Monday. The mayor was pleased.',
  'Fares rise by 3.5 percent in spring, “at the latest”.',
  'The council voted yes on Friday. Nobody was pleased.',
].join('\n');

const quote = (exact: string, { prefix = '', suffix = '', start = 0 } = {}) => ({
  exact,
  prefix,
  suffix,
  start,
  end: start + exact.length,
});

const found = (given: ReturnType<typeof quote>) => {
  const { state, start, end } = anchorQuote(text, given);
  return { state, start, words: start === null ? null : text.slice(start, end!) };
};

describe('a quote from another program', () => {
  test('is found where its words stand', () => {
    expect(found(quote('The mayor was pleased', { prefix: 'on Monday. ', suffix: '.' }))).toMatchObject({
      state: 'exact',
      words: 'The mayor was pleased',
    });
  });

  test('is found by what stands beside it when its words stand twice', () => {
    const { start } = found(quote('The council voted yes', { suffix: ' on Friday' }));
    expect(start).toBe(text.lastIndexOf('The council voted yes'));
  });

  test('is found nearest to where it was said to stand when nothing is beside it', () => {
    expect(found(quote('The council voted yes', { start: 100 })).start).toBe(text.lastIndexOf('The council'));
    expect(found(quote('The council voted yes', { start: 10 })).start).toBe(0);
  });

  test('is moved when its typography or its surroundings are others', () => {
    expect(found(quote('in spring, "at the latest"'))).toMatchObject({ state: 'moved' });
    expect(found(quote('The mayor was pleased', { prefix: 'on Tuesday. ' }))).toMatchObject({ state: 'moved' });
  });

  test('is changed when a word or a figure is another, and takes in the whole figure', () => {
    expect(found(quote('Fares rise by 4.5 percent in spring'))).toEqual({
      state: 'changed',
      start: text.indexOf('Fares'),
      words: 'Fares rise by 3.5 percent in spring',
    });
    expect(found(quote('Fares rise by 3'))).toMatchObject({ state: 'changed', words: 'Fares rise by 3.5' });
  });

  test('is lost when the text says nothing like it, or it says nothing', () => {
    const lost = { state: 'lost', start: null, words: null };
    expect(found(quote('Rain fell on the northern hills for three days'))).toEqual(lost);
    expect(found(quote(' '))).toEqual(lost);
    expect(found(quote(''))).toEqual(lost);
  });
});
