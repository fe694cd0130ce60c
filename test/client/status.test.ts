import { describe, expect, test } from 'vitest';
import { type Change, changeOf } from '@/client/outbox/change';
import type { Connection } from '@/client/outbox/state';
import { statusOf, wordsOf } from '@/client/status';

const change: Change = changeOf({
  ...{ tab: 't', articleId: 'a', claimId: 'c', base: {}, now: 1_700_000_000_000 },
  write: { do: 'submit' },
});
const refused: Change = { ...change, trouble: { kind: 'refused', status: 422, problems: [] } };
const words = (queue: Change[], connection: Partial<Connection> = {}, kept: 'all' | 'soon' | 'not' = 'all') =>
  wordsOf(statusOf({ queue, connection: { network: true, link: 'up', session: 'open', ...connection }, kept }));

describe('the header says', () => {
  test.each([
    [words([]), 'Saved'],
    [words([change]), 'Saving…'],
    [words([], { network: false, link: 'offline' }), 'Offline, all saved'],
    [words([], { link: 'offline' }), 'Saved'],
    [words([change, change, change], { link: 'offline' }), 'Offline: 3 changes kept'],
    [words([change], { link: 'offline' }, 'soon'), 'Offline: keeping 1 change…'],
    [words([change], { link: 'offline' }, 'not'), 'Offline: 1 change only in this tab'],
    [words([change], { link: 'busy' }), 'The desk does not answer: 1 change kept'],
    [words([change], { session: 'signed-out' }), 'Sign in to save 1 change'],
    [words([change, refused], { session: 'signed-out' }), 'Sign in to save 2 changes'],
    [words([change, change], { session: 'other-person' }), 'Somebody else is signed in: 2 changes kept'],
    [words([change, refused]), '1 change needs your decision'],
    [words([refused, refused]), '2 changes need your decision'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
