import { describe, expect, test } from 'vitest';
import { duenessOf } from '@/domain/due';
import { grouped, type Notification } from '@/domain/notification';
import { byUrgency, reasonsOf, type WaitingClaim, type WaitingReason } from '@/domain/waiting';

const now = Date.parse('2026-11-25T12:00:00Z');
const at = '2026-11-25T09:00:00.000Z';
const claim: WaitingClaim = {
  ...{ state: 'draft', createdBy: 'ada', contributors: ['ada'], assignee: null, assignedBy: null, assignedAt: null },
  ...{
    submittedBy: null,
    submittedAt: null,
    updatedAt: at,
    unsettled: null,
    replyOverdue: null,
    second: null,
    decision: null,
  },
};
const ada = { me: 'ada', decides: false, size: 'several' } as const;
const eve = { me: 'eve', decides: true, size: 'several' } as const;
const kinds = (given: Partial<WaitingClaim>, whom: typeof ada | typeof eve) =>
  reasonsOf({ ...claim, ...given }, whom).map(({ kind }) => kind);

describe('a claim waits', () => {
  const decision = { note: 'Which month?', by: 'eve', at };
  test.each([
    ['a draft, for nobody', {}, [], []],
    ['a draft, for whom it is assigned to', { assignee: 'ada', assignedBy: 'eve', assignedAt: at }, ['assigned'], []],
    ['a returned one, for who made it', { state: 'returned', decision }, ['returned'], []],
    ['a lapsed one, for who made it', { state: 'lapsed' }, ['lapsed'], []],
    ['a submission, for who did not contribute', { state: 'submitted', submittedBy: 'ada' }, [], ['submitted']],
    [
      'a submission whose words changed, for both, and first to be settled',
      { state: 'submitted', unsettled: { state: 'changed', revision: 3 } },
      ['changed'],
      ['changed', 'submitted'],
    ],
  ] as const)('%s', (_, given, forAda, forEve) => {
    expect(kinds(given, ada)).toEqual(forAda);
    expect(kinds(given, eve)).toEqual(forEve);
  });

  test('for its only person on a desk of one', () => {
    expect(reasonsOf({ ...claim, state: 'submitted' }, { me: 'ada', decides: true, size: 'one' })).toHaveLength(1);
  });
});

test('what is overdue comes first, then what is due soon, then by reason, the oldest before the rest', () => {
  const item = (name: string, dueAt: string | null, kind: 'lost' | 'lapsed', since = at) => {
    const reason: WaitingReason = kind === 'lost' ? { kind, at: since, revision: 2 } : { kind, at: since };
    return { name, dueAt, reasons: [reason] };
  };
  const items = [
    item('lapsed', null, 'lapsed'),
    item('lapsed long ago', null, 'lapsed', '2026-11-20T09:00:00.000Z'),
    item('due tomorrow', '2026-11-26T12:00:00.000Z', 'lapsed', '2026-11-01T09:00:00.000Z'),
    item('due soon', '2026-11-25T12:40:00.000Z', 'lapsed'),
    item('lost', null, 'lost'),
    item('overdue', '2026-11-25T11:00:00.000Z', 'lapsed'),
    item('overdue longer', '2026-11-25T10:00:00.000Z', 'lapsed'),
  ];
  expect(byUrgency(items, now).map(({ name }) => name)).toEqual([
    'overdue longer',
    'overdue',
    'due soon',
    'lost',
    'due tomorrow',
    'lapsed long ago',
    'lapsed',
  ]);
});

test('a time is overdue once it has come, and soon an hour before', () => {
  expect(['12:00', '12:01', '13:00', '13:01'].map((time) => duenessOf(`2026-11-25T${time}:00Z`, now))).toEqual([
    'overdue',
    'soon',
    'soon',
    'later',
  ]);
  expect(duenessOf(null, now)).toBe('never');
});

test('notifications of one deed on several claims of an article are told as one, the read apart', () => {
  const one = (id: string, given: Partial<Notification> = {}): Notification => ({
    ...{ id, kind: 'returned', by: 'eve', articleId: 'a', articleTitle: 'A', claimId: `c${id}`, statement: 'S' },
    ...{ number: null, at, readAt: null },
    ...given,
  });
  const groups = grouped([
    one('5'),
    one('4', { claimId: null }),
    one('3'),
    one('2', { readAt: at }),
    one('1', { by: 'bo' }),
  ]);
  expect(groups.map(({ items }) => items.map(({ id }) => id))).toEqual([['5', '3'], ['4'], ['2'], ['1']]);
});
