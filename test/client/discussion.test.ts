import { afterEach, describe, expect, test, vi } from 'vitest';
import { Discussion, sentUnder } from '@/client/discussion';
import { suggestedBy, suggestionSettled, wordsReplaced } from '@/client/workspace/suggestion';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { Comment, Thread } from '@/domain/discussion';

const comment = (id: string, body: string): Comment => ({
  ...{ id, threadId: 't1', claimId: 'c1', body, mentions: [], earlier: [], editedAt: null, withdrawnAt: null },
  ...{ createdBy: 'ada', createdAt: '2026-04-03T10:00:00.000Z' },
});
const thread: Thread = {
  ...{ id: 't1', articleId: 'a1', claimId: 'c1', evidenceId: null, decisionId: null, anchor: null, quote: null },
  ...{ resolved: null, comments: [comment('m1', 'Who counted?')], createdBy: 'ada' },
  createdAt: '2026-04-03T10:00:00.000Z',
};

/** A server that answers these in turn; null for no answer at all. */
function answering(...answers: ({ status: number; body: unknown } | null)[]) {
  const asked: { address: string; headers: Headers; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push({ address, headers: new Headers(init.headers), body: init.body });
    const answer = answers.shift() ?? null;
    if (!answer) throw new TypeError('fetch failed');
    return Response.json(answer.body, { status: answer.status });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe('what is said in a discussion', () => {
  test('is sent again under the key it had, so that it is never said twice, and other words under another', async () => {
    const said = { ...thread, comments: [...thread.comments, comment('m2', 'The port.')] };
    const asked = answering(null, { status: 201, body: said.comments[1] }, { status: 200, body: said });
    const discussion = new Discussion('a1', 'ada', [thread]);
    const first = sentUnder(null, 'The port.');
    const lost = await discussion.say({ on: 'thread', threadId: 't1' }, first);
    expect(lost.refused?.whole.join()).toContain('What you typed is still here');
    const again = await discussion.say({ on: 'thread', threadId: 't1' }, sentUnder(first, 'The port.'));
    expect(again).toEqual({ refused: null, thread: said });
    expect(asked[0]!.headers.get('idempotency-key')).toBe(asked[1]!.headers.get('idempotency-key'));
    expect(sentUnder(first, 'The harbour.').key).not.toBe(first.key);
    expect(discussion.threads()).toEqual([said]);
  });

  test('is counted by claim while it is open, and resolved as it was read', async () => {
    const resolved = { ...thread, resolved: { by: 'ada', at: '2026-04-03T11:00:00.000Z' } };
    const asked = answering({ status: 200, body: resolved });
    const discussion = new Discussion('a1', 'ada', [thread, { ...thread, id: 't2', claimId: null }]);
    expect([discussion.openOn('c1'), discussion.openOn(null), discussion.openOn('c2')]).toEqual([1, 1, 0]);
    expect(await discussion.turn(thread)).toBeNull();
    expect(asked[0]!.headers.get('if-match')).toBe(etagOf(thread));
    expect(discussion.openOn('c1')).toBe(0);
  });
});

describe('suggested wording is foreseen as the desk settles it', () => {
  const returned = { statement: 'A.', rationale: 'B.', decision: null } as unknown as Claim;
  const suggestion = suggestedBy(returned, {
    outcome: 'return',
    digest: '',
    suggestion: { statement: 'C.', rationale: 'B.' },
  });
  const claim = { ...returned, decision: { suggestion } } as unknown as Claim;
  const bench = { me: { id: 'ada' } } as Parameters<typeof suggestionSettled>[3];

  test('only of what differs, accepted and taken up again', () => {
    expect(suggestion).toEqual({ statement: { was: 'A.', is: 'C.' }, rationale: null, settled: null });
    const write = { do: 'settle suggestion', accept: ['statement', 'rationale'] } as const;
    const accepted = suggestionSettled(claim, { ...write, accept: [...write.accept] }, 'now', bench);
    expect(accepted).toMatchObject({
      ...{ statement: 'C.', rationale: 'B.' },
      decision: { suggestion: { settled: { accepted: ['statement'], by: 'ada' } } },
    });
    const as = wordsReplaced(claim, ['statement']);
    expect(suggestionSettled(accepted, { do: 'reopen suggestion', as }, 'now', bench)).toEqual(claim);
  });
});
