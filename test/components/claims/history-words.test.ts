import { describe, expect, test } from 'vitest';
import { changesIn, tellingOf } from '@/components/claims/history-words';
import type { Activity } from '@/domain/activity';
import { plain } from '@/test/builders/edition';

const entry = (type: Activity['type'], content: Activity['content']): Activity => ({
  ...{ id: '1', at: '2026-04-03T10:00:00.000Z', by: 'ada', type, articleId: 'a1', claimId: 'c1' },
  ...{ subject: null, content, erased: false, digest: '' },
});

describe('the history of a claim tells', () => {
  const changed = { revision: 2, was: 'It rose.', now: 'It fell.', changes: ['wording'] };
  const settled = { way: 'new-words', revision: 2, quotes: [['It rose.'], ['It fell.']] };
  test.each([
    [entry('claim.anchor-changed', changed), 'added revision 2, in which its words changed'],
    [entry('claim.anchor-lost', { ...changed, now: null }), 'added revision 2, in which its words are lost'],
    [entry('claim.anchor-found', changed), 'added revision 2, in which its words are back'],
    [entry('claim.settled', settled), 'said that the new words are the same claim'],
    [entry('claim.settled', { ...settled, way: 'keep' }), 'kept it as it stood'],
    [entry('claim.unsettled', settled), 'undid how it was settled'],
  ])('%j', (activity, words) => {
    expect(tellingOf(activity)).toBe(words);
  });

  test('its words before and after, where they changed or were settled', () => {
    const words = [{ name: 'Quote', before: 'It rose.', after: 'It fell.' }];
    expect(changesIn(entry('claim.anchor-changed', changed), plain)).toEqual(words);
    expect(changesIn(entry('claim.settled', settled), plain)).toEqual(words);
    expect(changesIn(entry('claim.settled', { ...settled, quotes: [['It rose.'], ['It rose.']] }), plain)).toEqual([]);
    expect(changesIn(entry('claim.created', { quotes: ['It rose.'] }), plain)).toEqual([]);
  });
});
