import { describe, expect, test } from 'vitest';
import { undoing } from '@/components/board/acts';
import { boardAddress } from '@/components/board/address';
import { afterActs, differing, type Lane, stepFrom, withPage } from '@/components/board/board';
import { dueWords, fromLocal } from '@/components/ui/due-words';
import { filterIn } from '@/domain/claim-filter';
import type { ActOutcome, ClaimBrief } from '@/domain/contract/board';

const brief = (id: string, given: Partial<ClaimBrief> = {}): ClaimBrief => ({
  ...{
    id,
    articleId: 'a',
    articleTitle: 'A',
    statement: id,
    quote: null,
    kind: 'event',
    claimant: null,
    verdict: null,
  },
  ...{ state: 'draft', assignee: null, dueAt: null, createdBy: 'ada', unsettled: null },
  ...{ createdAt: '2026-11-25T09:00:00Z', updatedAt: '2026-11-25T09:00:00Z' },
  ...given,
});
const lanes: Lane[] = [
  { state: 'draft', count: 40, items: [brief('d1'), brief('d2')], next: 'more' },
  { state: 'submitted', count: 0, items: [], next: null },
  { state: 'returned', count: 1, items: [brief('r1', { state: 'returned' })], next: null },
];
const ids = (all: readonly Lane[]) => all.map(({ items, count }) => [count, ...items.map(({ id }) => id)]);
const outcome = (claim: ClaimBrief, was: ActOutcome['was'] = { assignee: null, dueAt: null, dropReason: null }) => ({
  ...{ id: claim.id, done: true, claim, was, problems: [] },
});

describe('the board', () => {
  test('moves a claim to where it belongs after an act, and counts along', () => {
    expect(ids(afterActs(lanes, [outcome(brief('d1', { state: 'submitted' }))]))).toEqual([
      [39, 'd2'],
      [1, 'd1'],
      [1, 'r1'],
    ]);
    expect(ids(afterActs(lanes, [outcome(brief('d1', { state: 'dropped' }))]))[0]).toEqual([39, 'd2']);
  });

  test('counts what others did: claims that stand elsewhere, read otherwise, have come or are gone', () => {
    expect(differing(lanes, lanes)).toBe(0);
    const [drafts, submitted, returned] = lanes as [Lane, Lane, Lane];
    const after = [
      { ...drafts, items: [brief('d1', { assignee: 'ben' }), brief('d3')] },
      { ...submitted, items: [brief('d2', { state: 'submitted' })] },
      returned,
    ];
    expect(differing(lanes, after)).toBe(3);
  });

  test('shows a claim once, though it stands on two pages', () => {
    expect(ids(withPage(lanes, 'draft', [brief('d2'), brief('d3')], null))[0]).toEqual([40, 'd1', 'd2', 'd3']);
  });

  test.each([
    ['d1', 'ArrowDown', 'd2'],
    ['d2', 'ArrowDown', null],
    ['d2', 'ArrowRight', 'r1'],
    ['r1', 'ArrowLeft', 'd1'],
    ['d2', 'Home', 'd1'],
    ['d1', 'End', 'd2'],
    ['d1', 'Enter', null],
    ['d1', 'a', null],
  ])('from %s, %s leads to %s', (from, key, to) => {
    expect(stepFrom(lanes, from, key)).toBe(to);
  });

  test('undoes an act for each claim as it stood before, and not what was refused', () => {
    const was = (assignee: string | null) => ({ assignee, dueAt: null, dropReason: null });
    const outcomes = [
      outcome(brief('1'), was('ada')),
      outcome(brief('2'), was(null)),
      outcome(brief('3'), was('ada')),
      { id: '4', done: false, claim: null, was: null, problems: [] },
    ];
    const back = undoing({ do: 'assign', assignee: 'eve' }, outcomes);
    expect(back.map(({ act, claims }) => [act, claims.map(({ id }) => id)])).toEqual([
      [{ do: 'assign', assignee: 'ada' }, ['1', '3']],
      [{ do: 'assign', assignee: null }, ['2']],
    ]);
    expect(undoing({ do: 'drop', reason: 'Twice.' }, [outcome(brief('1'))])[0]?.act).toEqual({ do: 'restore' });
  });

  test('has an address that holds its filters, and leaves out what is none', () => {
    const filter = filterIn({
      verdict: 'true',
      state: 'draft,returned',
      kind: 'nonsense',
      due: ['week', 'day'],
      other: '1',
    });
    expect(filter).toEqual({ verdict: 'true', state: 'draft,returned', due: 'week' });
    const address = boardAddress({ view: 'list', filter, sort: 'newest' });
    expect(address).toBe('/board?view=list&state=draft%2Creturned&verdict=true&due=week&sort=newest');
    expect(boardAddress({ view: 'board', filter: {}, sort: 'due' })).toBe('/board');
  });
});

describe('a due time is told', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  test.each([
    ['2026-11-25T12:40:00Z', 'due in 40 minutes'],
    ['2026-11-25T12:00:30Z', 'due in 1 minute'],
    ['2026-11-25T15:10:00Z', 'due in 3 hours, at 15:10'],
    ['2026-11-26T09:00:00Z', 'due tomorrow at 09:00'],
    ['2026-11-28T09:00:00Z', 'due Sat 28 Nov at 09:00'],
    ['2027-01-04T09:00:00Z', 'due Mon, 4 Jan 2027 at 09:00'],
    ['2026-11-25T09:30:00Z', 'overdue since 09:30'],
    ['2026-11-24T09:30:00Z', 'overdue since yesterday at 09:30'],
    ['2026-11-20T09:30:00Z', 'overdue since Fri 20 Nov at 09:30'],
  ])('%s: %s', (due, words) => {
    expect(dueWords(due, now, 'UTC')).toBe(words);
  });

  test('in the zone of who reads it', () => {
    expect(dueWords('2026-11-25T23:30:00Z', now, 'Europe/Berlin')).toBe('due tomorrow at 00:30');
  });

  test('and half a time is none', () => {
    expect(fromLocal('2026-11-25T')).toBeNull();
    expect(fromLocal('')).toBeNull();
  });
});
