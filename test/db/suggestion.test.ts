import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideClaim } from '@/db/claims/decide';
import { submitClaim } from '@/db/claims/submission';
import { reopenSuggestion, settleSuggestion } from '@/db/claims/suggestion';
import { listThreads } from '@/db/discussion/read';
import { nextEdition } from '@/db/editions/next';
import { publishEdition } from '@/db/editions/publish';
import { readEdition } from '@/db/editions/read';
import type { Article } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Actor } from '@/domain/permission';
import { article, current, edit, submitted } from '../checking';
import { may, newPerson, openDesk, rules, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: Actor;
let editor: Actor;
let ferry: Article & { text: string };
const better = 'The Saltmere ferry carried 41,200 passengers in June 2026.';

beforeAll(async () => {
  desk = await openDesk();
  reviewer = (await newPerson('reviewer')).actor;
  editor = (await newPerson('editor')).actor;
  ferry = await article(reviewer);
});
afterAll(() => desk.close());

const giveBack = (claim: Claim, suggestion?: DecisionRequest['suggestion']) =>
  decideClaim(may('decide', editor), claim.id, {
    outcome: 'return',
    digest: claim.digest,
    note: 'Say which year.',
    suggestion,
  });
const returned = async (): Promise<Claim> => {
  const claim = await submitted(reviewer, ferry, 'carried 41,200 passengers in June');
  return value(await giveBack(claim, { statement: better }));
};
const settle = (by: Actor, claim: Claim, accept: ('statement' | 'rationale')[]) =>
  settleSuggestion(may('annotate', by), claim.id, [etagOf(claim)], accept);
const threadsOn = async ({ id }: Claim) =>
  value(await listThreads(may('read', reviewer), ferry.id)).filter(({ claimId }) => claimId === id);
const approve = async (claim: Claim) => {
  const again = value(await submitClaim(may('annotate', reviewer), claim.id, [etagOf(claim)]));
  return decideClaim(may('decide', editor), again.id, { outcome: 'approve', digest: again.digest });
};

describe('a return', () => {
  it('opens a thread with its note, which an approval resolves', async () => {
    const claim = await returned();
    const [thread] = await threadsOn(claim);
    expect(thread).toMatchObject({ decisionId: claim.decision?.id, comments: [{ body: 'Say which year.' }] });
    value(await approve(value(await settle(reviewer, claim, ['statement']))));
    expect((await threadsOn(claim))[0]!.resolved).not.toBeNull();
  });

  it('may suggest words, beside those that it returned', async () => {
    const { decision } = await returned();
    expect(decision?.suggestion).toEqual({
      statement: { was: 'carried 41,200 passengers in June', is: better },
      rationale: null,
      settled: null,
    });
  });

  it('does not suggest what stands already, and an approval suggests nothing', async () => {
    const claim = await submitted(reviewer, ferry, 'carried 41,200 passengers in June');
    expect(rules(await giveBack(claim, { statement: claim.statement }))).toEqual(['suggests-nothing']);
    const wrong = { outcome: 'approve' as const, digest: claim.digest, suggestion: { statement: better } };
    expect(rules(await decideClaim(may('decide', editor), claim.id, wrong))).toEqual(['suggestion-with-approval']);
  });
});

describe('suggested wording', () => {
  it('becomes the edit of the reviewer who accepts it, so that the editor may still approve', async () => {
    const claim = await returned();
    const accepted = value(await settle(reviewer, claim, ['statement']));
    expect(accepted).toMatchObject({ statement: better, state: 'returned', contributors: claim.contributors });
    expect(value(await approve(accepted)).state).toBe('approved');
  });

  it('makes a contributor of an editor who accepts it, who then may not approve', async () => {
    const accepted = value(await settle(editor, await returned(), ['statement']));
    expect(rules(await approve(accepted))).toEqual(['two-people']);
  });

  it('is declined without a change of the claim, and settled but once', async () => {
    const claim = await returned();
    const declined = value(await settle(reviewer, claim, []));
    expect([declined.digest, declined.decision?.suggestion?.settled?.accepted]).toEqual([claim.digest, []]);
    expect(rules(await settle(reviewer, declined, ['statement']))).toEqual(['suggestion-settled']);
  });

  it('is never merged into words that changed since: whoever accepts it has read what stands', async () => {
    const claim = await returned();
    const changed = value(await edit(reviewer, claim, { statement: 'Something else.' }));
    const late = await settle(reviewer, claim, ['statement']);
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'stale', current: { statement: 'Something else.' } } });
    expect(value(await settle(reviewer, changed, ['statement'])).statement).toBe(better);
  });

  it('can be taken up again, with the words that it replaced', async () => {
    const claim = await returned();
    const accepted = value(await settle(reviewer, claim, ['statement']));
    const again = value(await reopenSuggestion(may('annotate', reviewer), claim.id, [etagOf(accepted)]));
    expect([again.statement, again.decision?.suggestion?.settled]).toEqual([claim.statement, null]);
    expect(again.digest).toBe(claim.digest);
    const twice = value(await settle(reviewer, again, ['statement']));
    const edited = value(await edit(reviewer, twice, { statement: 'Otherwise.' }));
    const late = await reopenSuggestion(may('annotate', reviewer), claim.id, [etagOf(edited)]);
    expect(rules(late)).toEqual(['words-changed-since']);
  });
});

describe('what is said about a claim', () => {
  it('shows in the checklist while it is open, stops nothing, and is in no edition', async () => {
    const on = await article(reviewer);
    const claim = await submitted(reviewer, on, 'The line opened in 1974');
    const back = await giveBack(claim, { rationale: 'The zephyr line opened in 1974.' });
    const declined = value(await settle(reviewer, value(back), []));
    const { addComment } = await import('@/db/discussion/open');
    value(await addComment(may('annotate', reviewer), claim.id, { body: 'A zephyr of a doubt.' }));
    value(await approve(declined));
    const { next } = value(await nextEdition(may('read', editor), on.id, []));
    expect(next.checklist).toContainEqual({
      rule: 'open-threads',
      holds: true,
      blocking: false,
      message: 'One thread is open on claim 1.',
      claimId: claim.id,
    });
    value(await publishEdition(may('publish', editor), on.id, {}, null));
    const edition = JSON.stringify(value(await readEdition(on.id, 1)));
    expect(edition).toContain('The line opened in 1974');
    expect(edition).not.toMatch(/zephyr|Say which year/);
    expect((await current(reviewer, claim)).state).toBe('approved');
  });
});
