import { describe, expect, test } from 'vitest';
import { seenStates } from '@/components/claims/seen-states';
import type { ActivityType } from '@/domain/activity';
import type { Sighting } from '@/domain/sighting';

const hour = (of: number) => `2026-11-26T${String(of).padStart(2, '0')}:00:00.000Z`;
const entry = (id: number, type: ActivityType, by: string, digest: string | null) => ({
  ...{ id: String(id), at: hour(id), by, type, content: digest === null ? null : { digest } },
});
const seen = (person: string, digest: string, first: number, last = first): Sighting => ({
  ...{ person, digest, firstAt: hour(first), lastAt: hour(last) },
});

/** Ada makes a claim, Ben edits it and Ada edits it back, Edda approves it; newest first. */
const history = [
  entry(16, 'claim.approved', 'edda', 'a'),
  entry(15, 'thread.opened', 'ben', null),
  entry(14, 'claim.submitted', 'ada', 'a'),
  entry(13, 'claim.changed', 'ada', 'a'),
  entry(11, 'claim.changed', 'ben', 'b'),
  entry(9, 'claim.created', 'ada', 'a'),
];

describe('the history of a claim', () => {
  test('says at the newest entry of each state who saw it and who decided on it', () => {
    const states = seenStates(history, [seen('edda', 'a', 14), seen('cleo', 'b', 12), seen('ben', 'a', 10)]);
    expect([...states]).toEqual([
      ['16', { seen: ['edda'], decided: ['edda'] }],
      ['11', { seen: ['cleo'], decided: [] }],
      ['9', { seen: ['ben'], decided: [] }],
    ]);
  });

  test('names nobody for a state that they made themselves, nor for one that they never saw', () => {
    const states = seenStates(history, [seen('ada', 'a', 9, 14), seen('ben', 'b', 11), seen('cleo', 'c', 12)]);
    expect([...states]).toEqual([['16', { seen: [], decided: ['edda'] }]]);
  });
});
