import { expect, test } from 'vitest';
import { conflictsOf, dependsOn } from '@/client/outbox/base';
import type { Change, Write } from '@/client/outbox/change';
import { acknowledge } from '@/client/outbox/queue';
import type { Claim } from '@/domain/claim';

const claim = (statement: string, rationale = 'By the counts [1].') =>
  ({ id: 'c1', statement, rationale, evidence: [], quotes: [] }) as unknown as Claim;
const change = (id: string, write: Write, seen: Claim): Change => ({
  ...{ id, key: id, articleId: 'a1', claimId: 'c1', write, base: dependsOn(write, seen) },
  ...{ due: 0, madeAt: '2026-11-25T12:00:00.000Z', sent: null, trouble: null, tab: 't1', term: 1 },
});

const accepted = claim('Ridership doubled in 2025');
const reopened = claim('Ridership doubled');
const undo = change('1', { do: 'reopen suggestion', as: { statement: 'Ridership doubled' } }, accepted);
/** made while the undo is on its way, so over the words that it is about to take back */
const redo = change('2', { do: 'settle suggestion', accept: ['statement'] }, accepted);

test('accepting suggested words again at once stands on the undo that is on its way', () => {
  const [waiting] = acknowledge([undo, redo], undo, { before: accepted, claim: reopened });
  expect(conflictsOf(waiting!, reopened)).toEqual([]);
});

test('what somebody else changed in between is still theirs to be asked about', () => {
  const before = claim('Ridership doubled in 2025', 'By other counts [2].');
  const after = claim('Ridership doubled', 'By other counts [2].');
  const [waiting] = acknowledge([undo, redo], undo, { before, claim: after });
  expect(conflictsOf(waiting!, after)).toEqual(['rationale']);
});
