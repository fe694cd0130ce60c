import { describe, expect, it } from 'vitest';
import type { Place } from '@/domain/revision';
import { keepAsItStood, keptSince, takeNewWords, unsettledOf } from '@/domain/settling';
import { rules, value } from '@/test/desk';

const place = (exact: string, state: Place['state'] = 'exact', footing = 1): Place => ({
  ...{ start: 0, end: exact.length, exact, prefix: '', suffix: '', state, kept: false },
  footing:
    state === 'exact' || state === 'moved'
      ? null
      : { revision: footing, start: 0, end: 3, exact: 'old', prefix: '', suffix: '' },
});

describe('what there is to settle', () => {
  it('is nothing while every place says the words, or is kept', () => {
    expect(unsettledOf([place('a'), place('b', 'moved')])).toBeNull();
    expect(unsettledOf([{ ...place('a', 'lost'), kept: true }])).toBeNull();
    expect(unsettledOf([])).toBeNull();
  });

  it('is the worst of its places, since the first revision in which it was seen', () => {
    expect(unsettledOf([place('a', 'changed', 3), place('b', 'lost', 2)])).toEqual({ state: 'lost', revision: 3 });
    expect(unsettledOf([place('a', 'changed', 3)])).toEqual({ state: 'changed', revision: 4 });
    expect(keptSince([{ ...place('a', 'lost', 5), kept: true }, place('b', 'lost', 1)])).toBe(6);
  });
});

describe('the same claim in new words', () => {
  it('takes the words that stand there, and leaves those alone that are as they were', () => {
    const taken = value(takeNewWords([place('new', 'changed'), place('as it was', 'moved')], ['old', '“as it was”']));
    expect(taken.quotes).toEqual(['new', '“as it was”']);
    expect(taken.places.map(({ state, footing }) => [state, footing])).toEqual([
      ['exact', null],
      ['moved', null],
    ]);
  });

  it('gives up repeats that are gone, and stands at the first that is left where its own place is gone', () => {
    const taken = value(takeNewWords([place('old', 'lost'), place('again')], ['old', 'again']));
    expect(taken).toMatchObject({ quotes: ['again'], places: [{ exact: 'again' }] });
  });

  it('is not said of words of which nothing stands, nor of those that are all there', () => {
    expect(rules(takeNewWords([place('old', 'lost')], ['old']))).toEqual(['words-lost']);
    expect(rules(takeNewWords([place('a')], ['a']))).toEqual(['nothing-to-settle']);
  });
});

describe('a claim that is kept as it stood', () => {
  it('is kept where its words are gone, and stands where they are', () => {
    const kept = value(keepAsItStood([place('new', 'changed'), place('there'), place('old', 'lost')]));
    expect(kept.map((each) => each.kept)).toEqual([true, false, true]);
  });

  it('has something to keep', () => {
    expect(rules(keepAsItStood([place('a')]))).toEqual(['nothing-to-settle']);
    expect(rules(keepAsItStood([{ ...place('a', 'lost'), kept: true }]))).toEqual(['nothing-to-settle']);
  });
});
