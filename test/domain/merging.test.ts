import { describe, expect, it } from 'vitest';
import { contributorsOf } from '@/domain/contribution';
import { likeliestFirst, renumbered } from '@/domain/merging';
import { changedSince, suggestedWordsOf } from '@/domain/suggestion';
import { rules } from '../desk';

describe('evidence that moves to another claim', () => {
  it('takes its next numbers, in the order it had', () => {
    const moved = [
      { id: 'c', number: 5 },
      { id: 'a', number: 2 },
    ];
    expect(renumbered(moved, 8)).toEqual([
      { id: 'a', was: 2, is: 8 },
      { id: 'c', was: 5, is: 9 },
    ]);
  });
});

describe('who worked on what a claim took in', () => {
  it('contributed to it, even where its words are back to what they were', () => {
    const runs = [{ person: 'ann', before: 'x', after: 'y' }];
    const undone = [...runs, { person: 'bo', before: 'y', after: 'x' }];
    expect(contributorsOf('cy', undone, [{ from: 'other', people: ['ann', 'dee'] }])).toEqual([
      'cy',
      'bo',
      'ann',
      'dee',
    ]);
  });
});

describe('the claims that one may be a duplicate of', () => {
  const spans = [
    { id: 'far', start: 90, end: 95 },
    { id: 'beside', start: 21, end: 30 },
    { id: 'within', start: 12, end: 14 },
    { id: 'same', start: 10, end: 20 },
  ];
  const order = (one: { start: number; end: number } | null) =>
    likeliestFirst(one, [{ id: 'nowhere' }, ...spans], (other) => ('start' in other ? other : null)).map(
      ({ id }) => id,
    );

  it('come in the order of the words they share with it, then of their distance', () => {
    expect(order({ start: 10, end: 20 })).toEqual(['same', 'within', 'beside', 'far', 'nowhere']);
  });

  it('stay as they are for one that stands nowhere in the text', () => {
    expect(order(null)).toEqual(['nowhere', 'far', 'beside', 'within', 'same']);
  });
});

describe('suggested words', () => {
  const returned = { statement: 'A.', rationale: 'B.' };

  it('are those that differ from what was returned', () => {
    expect(suggestedWordsOf({ statement: 'C.', rationale: 'B.' }, returned)).toEqual({
      ok: true,
      value: { statement: 'C.' },
    });
    expect(rules(suggestedWordsOf({ rationale: 'B.' }, returned))).toEqual(['suggests-nothing']);
  });

  it('are of words that changed since, unless these are by now what was suggested', () => {
    const suggestion = { statement: { was: 'A.', is: 'C.' }, rationale: null };
    expect(changedSince(suggestion, returned)).toEqual([]);
    expect(changedSince(suggestion, { ...returned, statement: 'C.' })).toEqual([]);
    expect(changedSince(suggestion, { ...returned, statement: 'D.' })).toEqual(['statement']);
  });
});
