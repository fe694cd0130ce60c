import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listActivity } from '@/db/activity';
import { decideClaim } from '@/db/claims/decide';
import { readClaim } from '@/db/claims/read';
import { splitClaim } from '@/db/claims/split';
import { database } from '@/db/client';
import { listBriefs } from '@/db/desk/briefs';
import { waitingFor } from '@/db/desk/waiting';
import { addComment } from '@/db/discussion/open';
import { readThread } from '@/db/discussion/read';
import { nextEdition } from '@/db/editions/next';
import { follow } from '@/db/events/follow';
import { secondVerdicts } from '@/db/schema';
import { searchDesk } from '@/db/search/find';
import { adjudicate } from '@/db/second-verdicts/adjudicate';
import { askSecondVerdict, takeSecondVerdict, withdrawSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { readPolicy, setPolicy } from '@/db/second-verdicts/policy';
import { listSecondReviewers } from '@/db/second-verdicts/reviewers';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { Adjudicate, FileSecondVerdict } from '@/domain/contract/second-verdicts';
import { claimsOf } from '@/domain/edition';
import type { Message } from '@/domain/event';
import type { SecondVerdictPolicy } from '@/domain/second-verdict';
import { type Checking, checking } from '@/test/builders/checked';
import { edit } from '@/test/checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let chief: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  chief = await newPerson('editor', 'Chief');
});
afterAll(() => desk.close());

const words = '41,200 containers';
const see = async ({ actor }: TestPerson, id: string): Promise<Claim> => value(await readClaim(may('read', actor), id));
const ask = (id: string, whom: TestPerson, by = chief) => askSecondVerdict(may('decide', by.actor), id, whom.id);
const file = async (who: TestPerson, id: string, given: Partial<FileSecondVerdict> = {}) =>
  fileSecondVerdict(may('annotate', who.actor), id, [etagOf(await see(who, id))], {
    verdict: 'true',
    rationale: 'I counted again [1].',
    evidence: [1],
    ...given,
  });
const settle = async (who: TestPerson, id: string, request: Partial<Adjudicate>) =>
  adjudicate(may('decide', who.actor), id, [etagOf(await see(who, id))], {
    choice: 'first',
    reason: 'Look.',
    ...request,
  });
const approve = async (who: TestPerson, id: string) => {
  const { digest } = await see(who, id);
  return decideClaim(may('decide', who.actor), id, { outcome: 'approve', digest });
};
const policy = async ({ article }: Checking, set: Partial<SecondVerdictPolicy>) => {
  const permit = may('decide', chief.actor);
  const before = value(await readPolicy(permit, article.id));
  return value(await setPolicy(permit, article.id, [etagOf(before)], { ...before, ...set }));
};
const next = async ({ article }: Checking) => value(await nextEdition(may('read', chief.actor), article.id, [])).next;
const reasons = async ({ actor }: TestPerson, id: string) =>
  (await waitingFor(may('read', actor))).items
    .filter(({ claimId }) => claimId === id)
    .flatMap((item) => item.reasons.map(({ kind }) => kind));

/** A submitted claim, and somebody who is asked for a second verdict on it. */
async function asked(role: 'reviewer' | 'editor' = 'reviewer') {
  const at = await checking();
  const id = await at.draft(words);
  await at.submit(id);
  const second = await newPerson(role);
  value(await ask(id, second));
  return { at, id, second };
}

describe('who is asked for a second verdict', () => {
  it('has had nothing to do with the claim, and is not who asks', async () => {
    const at = await checking();
    const id = await at.draft(words);
    await at.approve(id);
    expect(rules(await ask(id, at.reviewer))).toEqual(['not-independent']);
    expect(rules(await ask(id, at.editor))).toEqual(['not-independent']);
    expect(rules(await ask(id, chief))).toEqual(['not-independent']);
    const listed = value(await listSecondReviewers(may('decide', chief.actor), id));
    const why = (who: TestPerson) => listed.find((person) => person.id === who.id)?.reason;
    expect(why(at.reviewer)).toMatch(/ has worked on this claim or decided on it\.$/);
    expect(why(chief)).toBe('You see the first verdict yourself.');
    expect(why(await newPerson('reviewer'))).toBeUndefined();
  });

  it('is asked once there is a first verdict, and before it is published', async () => {
    const at = await checking();
    const second = await newPerson('reviewer');
    const unjudged = await at.draft('a record', { verdict: null });
    expect(rules(await ask(unjudged, second))).toEqual(['no-first-verdict']);
    const out = await at.approved(words);
    value(await at.publish());
    expect(rules(await ask(out, second))).toEqual(['published']);
  });

  it('is told by an open stream that they were asked, and of the claim nothing more until they have filed', async () => {
    const at = await checking();
    const id = await at.draft(words);
    await at.submit(id);
    const second = await newPerson('reviewer');
    const told: string[] = [];
    const give = (message: Message) => {
      if (message.event === 'activity' && message.data.claimId === id) told.push(message.data.type);
    };
    const from = { after: null, articleId: at.article.id };
    const stream = value(await follow(may('read', second.actor), from, give, () => {}));
    value(await ask(id, second));
    value(await addComment(may('annotate', chief.actor), id, { body: 'Are you sure?' }));
    await vi.waitFor(() => expect(told).toEqual(['second-verdict.asked']));
    value(await file(second, id));
    value(await addComment(may('annotate', chief.actor), id, { body: 'Are you still?' }));
    await vi.waitFor(() => expect(told).toEqual(['second-verdict.asked', 'second-verdict.filed', 'thread.opened']));
    stream.stop();
  });

  it('finds the claim neither on the board nor by its words, and hears nothing said of it', async () => {
    const { at, id, second } = await asked();
    const { threadId } = value(await addComment(may('annotate', chief.actor), id, { body: 'Are you sure?' }));
    const permit = may('read', second.actor);
    const board = value(await listBriefs(permit, { article: at.article.id }, { limit: 10 }));
    expect(board.items).toEqual([]);
    expect(
      (await searchDesk(permit, 'containers type:claim', { limit: 50, skip: 0 })).items.map((hit) => hit.id),
    ).not.toContain(id);
    expect(rules(await readThread(permit, threadId))).toEqual(['no-such-thread']);
    value(await file(second, id));
    expect(value(await listBriefs(permit, { article: at.article.id }, { limit: 10 })).items).toMatchObject([{ id }]);
    expect(value(await readThread(permit, threadId)).claimId).toBe(id);
  });

  it('is not asked of a claim whose copy shows the rationale, and no copy is made while they judge', async () => {
    const at = await checking();
    const split = async (id: string) => splitClaim(may('annotate', at.reviewer.actor), id, [etagOf(await at.now(id))]);
    const id = await at.draft(words);
    const copy = value(await split(id));
    const second = await newPerson('reviewer');
    expect(rules(await ask(id, second))).toEqual(['split']);
    value(await edit(at.reviewer.actor, copy, { verdict: 'true' }));
    expect(rules(await ask(copy.id, second))).toEqual(['split']);
    const judged = await asked();
    const now = await judged.at.now(judged.id);
    const copied = splitClaim(may('annotate', judged.at.reviewer.actor), judged.id, [etagOf(now)]);
    expect(rules(await copied)).toEqual(['second-verdict-open']);
  });

  it('is shown the words and the sources, and no more than that they were asked', async () => {
    const { at, id, second } = await asked();
    const whole = await at.now(id);
    const shown = await see(second, id);
    expect(shown).toMatchObject({
      ...{ state: 'draft', verdict: null, rationale: '', decision: null, approved: null, createdBy: '' },
      ...{ statement: whole.statement, quotes: whole.quotes, contributors: [second.id] },
      secondVerdict: { blind: true, askedBy: chief.id, reviewer: second.id },
    });
    expect(shown.evidence).toMatchObject([{ stance: 'context', note: null, source: whole.evidence[0]?.source }]);
    const log = value(await listActivity(may('read', second.actor), at.article.id, { limit: 50 }));
    expect(log.filter(({ claimId }) => claimId === id).map(({ type }) => type)).toEqual(['second-verdict.asked']);
    expect(await reasons(second, id)).toEqual(['second-verdict']);
  });

  it('is shown the same, under the same tag, whatever becomes of the first meanwhile', async () => {
    const { at, id, second } = await asked();
    const before = await see(second, id);
    await at.edit(id, { verdict: 'false', rationale: 'On second thoughts [1].' });
    expect(await see(second, id)).toEqual(before);
    await at.edit(id, { statement: 'The harbour handled 41,200 containers in March.' });
    expect(etagOf(await see(second, id))).not.toBe(etagOf(before));
  });

  it('may decline, and can then not be asked again', async () => {
    const { id, second } = await asked();
    const tag = [etagOf(await see(second, id))];
    const whole = value(await withdrawSecondVerdict(may('annotate', second.actor), id, tag));
    expect(whole).toMatchObject({ verdict: 'true', secondVerdict: null });
    expect(rules(await ask(id, second))).toEqual(['not-independent']);
  });
});

describe('two verdicts', () => {
  it('that agree make a claim that an edition calls verified by two, for as long as it is what both judged', async () => {
    const { at, id, second } = await asked('editor');
    expect(value(await file(second, id)).secondVerdict?.filed).toMatchObject({ agrees: true, evidence: [1] });
    expect(rules(await approve(second, id))).toEqual(['two-people']);
    value(await approve(at.editor, id));
    const out = await next(at);
    expect(claimsOf(out.payload)).toMatchObject([{ verifiedBy: 2 }]);
    expect(out.checklist).toContainEqual(expect.objectContaining({ rule: 'second-verdict', holds: true }));
    await at.edit(id, { statement: 'The harbour handled 41,200 boxes.' });
    await at.approve(id);
    expect(claimsOf((await next(at)).payload)[0]).not.toHaveProperty('verifiedBy');
  });

  it('are kept as a pair: the first as it stood when the second was filed', async () => {
    const { at, id, second } = await asked();
    value(await file(second, id, { verdict: 'mixed' }));
    await at.edit(id, { verdict: 'false' });
    const rows = await database().read.select().from(secondVerdicts);
    expect(rows.find(({ claimId }) => claimId === id)).toMatchObject({
      ...{ verdict: 'mixed', firstVerdict: 'true', scaleId: 'plain', scaleVersion: 1 },
      first: { by: [at.reviewer.id], evidence: [{ number: 1, stance: 'supports' }] },
    });
  });

  it('that differ wait for an editor of whom neither is', async () => {
    const { at, id, second } = await asked('editor');
    value(await file(second, id, { verdict: 'false' }));
    expect(await reasons(chief, id)).toContain('adjudication');
    expect(await reasons(second, id)).not.toContain('adjudication');
    expect(rules(await settle(second, id, {}))).toEqual(['two-people']);
    const settled = value(await settle(chief, id, { choice: 'first', reason: 'The table is clear.' }));
    expect(settled).toMatchObject({ verdict: 'true', secondVerdict: { adjudication: { by: chief.id } } });
    expect(await reasons(chief, id)).toEqual(['submitted']);
    expect(rules(await settle(chief, id, {}))).toEqual(['adjudicated']);
    value(await approve(chief, id));
    expect(claimsOf((await next(at)).payload)[0]).not.toHaveProperty('verifiedBy');
  });

  it('of which the second is chosen: it is the contribution of who filed it, and the adjudicator may approve', async () => {
    const { at, id, second } = await asked('editor');
    value(await file(second, id, { verdict: 'false', rationale: 'It was 38,000 [1].' }));
    const settled = value(await settle(chief, id, { choice: 'second' }));
    expect(settled).toMatchObject({ verdict: 'false', rationale: 'It was 38,000 [1].', state: 'submitted' });
    expect(settled.contributors).toEqual([at.reviewer.id, second.id]);
    value(await approve(chief, id));
  });

  it('in the place of which a third is written: that is the adjudicator’s, and another editor approves', async () => {
    const { at, id, second } = await asked();
    value(await file(second, id, { verdict: 'false' }));
    expect(rules(await settle(chief, id, { choice: 'third', verdict: 'mixed' }))).toEqual(['needs-rationale']);
    value(await settle(chief, id, { choice: 'third', verdict: 'mixed', rationale: 'Both, in part [1].' }));
    expect(rules(await approve(chief, id))).toEqual(['two-people']);
    value(await approve(at.editor, id));
  });

  it('that differ are told to readers with what stands and why, as long as that is what was approved', async () => {
    const { at, id, second } = await asked();
    value(await file(second, id, { verdict: 'false' }));
    value(await settle(chief, id, { choice: 'third', verdict: 'mixed', rationale: 'Both [1].', reason: 'In part.' }));
    value(await approve(at.editor, id));
    const out = await next(at);
    expect(claimsOf(out.payload)).toMatchObject([{ adjudicated: { choice: 'third', reason: 'In part.' } }]);
    expect(claimsOf(out.payload)[0]).not.toHaveProperty('verifiedBy');
    expect(out.checklist).toContainEqual(
      expect.objectContaining({ rule: 'second-verdict', holds: true, message: expect.stringContaining('“In part.”') }),
    );
    await at.edit(id, { verdict: 'false' });
    await at.approve(id);
    expect(claimsOf((await next(at)).payload)[0]).not.toHaveProperty('adjudicated');
  });

  it('that were settled while the reason was for the desk alone are not told to readers', async () => {
    const { at, id, second } = await asked();
    value(await file(second, id, { verdict: 'false' }));
    value(await settle(chief, id, { choice: 'first', reason: 'Between us.' }));
    value(await approve(chief, id));
    const of = eq(secondVerdicts.claimId, id);
    await database().write((tx) => tx.update(secondVerdicts).set({ adjudicatedVerdict: null }).where(of));
    expect(claimsOf((await next(at)).payload)[0]).not.toHaveProperty('adjudicated');
  });

  it('are no ground to publish before they are there, unless the policy waits for them', async () => {
    const { at, id, second } = await asked();
    value(await approve(at.editor, id));
    expect((await next(at)).checklist).toContainEqual(
      expect.objectContaining({ rule: 'second-verdict', blocking: false, claimId: id }),
    );
    await policy(at, { blocking: true });
    expect(rules(await at.publish())).toEqual(['second-verdict']);
    await policy(at, { blocking: false });
    value(await at.publish());
    expect(await see(second, id)).toMatchObject({ verdict: 'true', secondVerdict: null });
  });
});

describe('the policy of an article', () => {
  it('draws a share of its claims when they are submitted, for whoever has had nothing to do with them to take', async () => {
    const at = await checking();
    await policy(at, { share: 100 });
    const id = await at.draft(words);
    await at.submit(id);
    expect((await at.now(id)).secondVerdict).toMatchObject({ drawn: 'share', reviewer: null });
    const second = await newPerson('reviewer');
    expect(await reasons(second, id)).toEqual(['second-verdict-drawn']);
    expect(rules(await takeSecondVerdict(may('annotate', at.reviewer.actor), id))).toEqual(['not-independent']);
    const taken = value(await takeSecondVerdict(may('annotate', second.actor), id));
    expect(taken).toMatchObject({ verdict: null, secondVerdict: { blind: true, drawn: null, askedBy: null } });
  });

  it('has editors assign those that it asks for by their verdict, since to take one would tell what that is', async () => {
    const at = await checking();
    await policy(at, { verdicts: ['true'] });
    const id = await at.draft(words);
    await at.submit(id);
    const second = await newPerson('reviewer');
    expect(rules(await takeSecondVerdict(may('annotate', second.actor), id))).toEqual(['not-to-be-taken']);
    value(await ask(id, second));
    expect(await see(second, id)).toMatchObject({ secondVerdict: { blind: true, drawn: null, askedBy: chief.id } });
    expect(rules(await readPolicy(may('decide', (await newPerson('editor')).actor), at.article.id))).toEqual([]);
  });
});
