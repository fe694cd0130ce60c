import { beforeEach, describe, expect, test } from 'vitest';
import { statusOf, wordsOf } from '@/client/status';
import type { Claim } from '@/domain/claim';
import { FakeBrowser, type FakePage, settle } from './fake-browser';
import { FakeDesk } from './fake-desk';

let desk: FakeDesk;
let browser: FakeBrowser;
let page: FakePage;

const words = ({ outbox } = page) => wordsOf(statusOf(outbox.state()));
const writes = () => desk.asked.filter(({ method }) => method !== 'GET');
const seen = (id: string, { workspace } = page): Claim => workspace.snapshot().find(id)!.claim;
const pass = (milliseconds: number) => browser.clock.pass(milliseconds);

/** A claim that the desk has acknowledged, by its real id. */
async function madeClaim(): Promise<string> {
  const id = page.workspace.make({ start: 0, end: 11 });
  await settle();
  return page.workspace.snapshot().find(id)!.claim.id;
}

beforeEach(async () => {
  desk = new FakeDesk();
  browser = new FakeBrowser(desk);
  page = await browser.open();
});

describe('a claim that is made', () => {
  test('is there at once and gets its real id when the desk has it', async () => {
    const id = page.workspace.make({ start: 4, end: 11 });
    expect(seen(id)).toMatchObject({ statement: 'harbour', state: 'draft', kind: 'event' });
    expect(words()).toBe('Saving…');
    await settle();
    expect(seen(id).id).toBe('c0001');
    expect(words()).toBe('Saved');
  });

  test('takes along what was typed into it before the desk had it', async () => {
    desk.fault = () => 'unheard';
    const id = page.workspace.make({ start: 4, end: 11 });
    await settle();
    page.workspace.edit(id, { statement: 'The harbour' }, true);
    page.workspace.addEvidence(id, { source: { title: 'Log' }, stance: 'supports' });
    page.workspace.edit(id, { rationale: 'See [1].' }, true);
    expect(words()).toBe('Offline: keeping 4 changes…');
    await settle();
    expect(words()).toBe('Offline: 4 changes kept');
    desk.fault = () => null;
    await pass(5000);
    expect(desk.claim('c0001')).toMatchObject({ statement: 'The harbour', rationale: 'See [1].' });
    expect(desk.claim('c0001').evidence).toHaveLength(1);
    expect(words()).toBe('Saved');
  });

  test('is made once, though the answer is lost and the page loaded anew', async () => {
    desk.fault = () => 'unanswered';
    page.workspace.make({ start: 4, end: 11 });
    await settle();
    await page.close();
    desk.fault = () => null;
    page = await browser.open();
    await pass(60_000);
    expect(desk.claims()).toHaveLength(1);
    expect(page.workspace.snapshot().entries).toHaveLength(1);
    expect(words()).toBe('Saved');
  });
});

describe('typing', () => {
  test('is gathered until the person pauses, and sent as one change', async () => {
    const id = await madeClaim();
    const before = writes().length;
    for (const statement of ['T', 'Th', 'The']) {
      page.workspace.edit(id, { statement }, true);
      await pass(200);
    }
    expect(writes()).toHaveLength(before);
    expect(words()).toBe('Saving…');
    await pass(600);
    expect(writes()).toHaveLength(before + 1);
    expect(desk.claim(id).statement).toBe('The');
  });

  test('is sent at once when the field is left or the page hidden', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { statement: 'The' }, true);
    page.outbox.flush();
    await settle();
    expect(desk.claim(id).statement).toBe('The');
  });

  test('goes before the submission that follows it', async () => {
    const id = await madeClaim();
    page.workspace.addEvidence(id, { source: { title: 'Log' }, stance: 'supports' });
    page.workspace.edit(id, { verdict: 'true' });
    page.workspace.edit(id, { rationale: 'See [1].' }, true);
    page.workspace.submit(id);
    expect(seen(id).state).toBe('submitted');
    await settle();
    expect(desk.claim(id)).toMatchObject({ state: 'submitted', rationale: 'See [1].' });
  });

  test('goes on while a save is under way, and nothing of it is lost', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { statement: 'one' });
    page.workspace.edit(id, { statement: 'one two' });
    await Promise.resolve();
    page.workspace.edit(id, { statement: 'one two three' });
    await settle();
    expect(desk.claim(id).statement).toBe('one two three');
    expect(page.outbox.state().queue).toEqual([]);
  });

  test('that ends where it began is no change', async () => {
    const id = await madeClaim();
    const before = writes().length;
    const { statement } = seen(id);
    page.workspace.edit(id, { statement: `${statement}!` }, true);
    page.workspace.edit(id, { statement }, true);
    await pass(2000);
    expect(writes()).toHaveLength(before);
    expect(words()).toBe('Saved');
  });
});

describe('when the desk cannot be reached', () => {
  test('changes are kept, counted and sent when it is back', async () => {
    const id = await madeClaim();
    desk.fault = () => 'unheard';
    page.workspace.edit(id, { statement: 'Kept' });
    await settle();
    expect(words()).toBe('Offline: 1 change kept');
    expect(seen(id).statement).toBe('Kept');
    desk.fault = () => null;
    page.outbox.network(true);
    await settle();
    expect(desk.claim(id).statement).toBe('Kept');
    expect(words()).toBe('Saved');
  });

  test('they are sent at once when the live stream finds the server first', async () => {
    const id = await madeClaim();
    desk.fault = () => 'unheard';
    page.workspace.edit(id, { statement: 'Kept' });
    await settle();
    desk.fault = () => null;
    page.outbox.reachable();
    await settle();
    expect(desk.claim(id).statement).toBe('Kept');
    expect(words()).toBe('Saved');
  });

  test('it is tried again ever more rarely', async () => {
    const id = await madeClaim();
    desk.fault = () => 'unheard';
    page.workspace.edit(id, { statement: 'Kept' });
    await settle();
    const before = desk.asked.length;
    await pass(60_000);
    const tries = desk.asked.length - before;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(12);
  });

  test('a failing server is told apart from no network, and waited for as it asks', async () => {
    const id = await madeClaim();
    desk.fault = () => 429;
    page.workspace.edit(id, { statement: 'Kept' });
    await settle();
    expect(words()).toBe('The desk does not answer: 1 change kept');
    const before = desk.asked.length;
    await pass(1900);
    expect(desk.asked).toHaveLength(before);
    desk.fault = () => null;
    await pass(200);
    expect(desk.claim(id).statement).toBe('Kept');
  });

  test('one claim that the server fails on keeps no other from it', async () => {
    const [bad, good] = [await madeClaim(), await madeClaim()];
    desk.fault = ({ path }) => (path.includes(bad) ? 500 : null);
    page.workspace.edit(bad, { statement: 'Bad' });
    page.workspace.edit(good, { statement: 'Good' });
    await settle();
    expect(desk.claim(good).statement).toBe('Good');
    expect(page.outbox.state().queue).toHaveLength(1);
  });

  test('a change whose answer was lost is not done twice', async () => {
    const id = await madeClaim();
    desk.fault = ({ method }) => (method === 'POST' ? 'unanswered' : null);
    page.workspace.addEvidence(id, { source: { title: 'Log' }, stance: 'supports' });
    await settle();
    desk.fault = () => null;
    await pass(5000);
    expect(desk.claim(id).evidence).toHaveLength(1);
  });
});

describe('when somebody else changed the claim', () => {
  test('another field is no reason to ask', async () => {
    const id = await madeClaim();
    desk.elsewhere(id, { rationale: 'Theirs.' });
    page.workspace.edit(id, { statement: 'Mine' });
    await settle();
    expect(desk.claim(id)).toMatchObject({ statement: 'Mine', rationale: 'Theirs.' });
    expect(seen(id).rationale).toBe('Theirs.');
  });

  test('the same field asks: both values are kept and nothing is written over', async () => {
    const id = await madeClaim();
    desk.elsewhere(id, { statement: 'Theirs' });
    page.workspace.edit(id, { statement: 'Mine', kind: 'number' });
    await settle();
    expect(words()).toBe('1 change needs your decision');
    expect(desk.claim(id)).toMatchObject({ statement: 'Theirs', kind: 'number' });
    expect(seen(id).statement).toBe('Mine');
    const [aside] = page.workspace.snapshot().find(id)!.aside;
    expect(aside?.trouble).toMatchObject({ kind: 'conflict', theirs: { statement: 'Theirs' } });
  });

  test.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
  ] as const)('the person chooses %s', async (choice, statement) => {
    const id = await madeClaim();
    desk.elsewhere(id, { statement: 'Theirs' });
    page.workspace.edit(id, { statement: 'Mine' });
    await settle();
    page.outbox.resolve(page.outbox.state().queue[0]!.id, { statement: choice });
    await settle();
    expect(desk.claim(id).statement).toBe(statement);
    expect(seen(id).statement).toBe(statement);
    expect(words()).toBe('Saved');
  });

  test('what is typed into a field in conflict belongs to mine', async () => {
    const id = await madeClaim();
    desk.elsewhere(id, { statement: 'Theirs' });
    page.workspace.edit(id, { statement: 'Mine' });
    await settle();
    page.workspace.edit(id, { statement: 'Mine, better' }, true);
    await pass(1000);
    expect(page.outbox.state().queue).toHaveLength(1);
    expect(seen(id).statement).toBe('Mine, better');
    expect(desk.claim(id).statement).toBe('Theirs');
  });

  test('the same value on both sides is no conflict', async () => {
    const id = await madeClaim();
    desk.elsewhere(id, { verdict: 'mixed' });
    page.workspace.edit(id, { verdict: 'mixed' });
    await settle();
    expect(words()).toBe('Saved');
  });

  test('a submission does not go out over words its person never saw', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { verdict: 'unproven', rationale: 'Sought in vain.' });
    await settle();
    desk.elsewhere(id, { rationale: 'Theirs.' });
    page.workspace.submit(id);
    await settle();
    expect(desk.claim(id).state).toBe('draft');
    expect(seen(id)).toMatchObject({ state: 'draft', rationale: 'Theirs.' });
    page.outbox.resolve(page.outbox.state().queue[0]!.id, { content: 'mine' });
    await settle();
    expect(desk.claim(id).state).toBe('submitted');
  });

  test('a decision names what it was made on, and is asked for again', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { verdict: 'unproven', rationale: 'Sought in vain.' });
    page.workspace.submit(id);
    await settle();
    const { digest } = seen(id);
    desk.elsewhere(id, { rationale: 'Theirs.' });
    page.workspace.decide(id, { outcome: 'approve', digest });
    expect(seen(id).state).toBe('approved');
    await settle();
    expect(desk.claim(id).state).toBe('submitted');
    expect(seen(id).state).toBe('submitted');
    expect(words()).toBe('1 change needs your decision');
  });
});

describe('a change that the desk refuses', () => {
  test('is set aside with its sentence, and what was typed stays', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { saidAt: 'nowhere', statement: 'Good' });
    await settle();
    expect(desk.claim(id)).toMatchObject({ statement: 'Good', saidAt: null });
    expect(seen(id).saidAt).toBe('nowhere');
    const [aside] = page.workspace.snapshot().find(id)!.aside;
    expect(aside?.trouble).toMatchObject({ kind: 'refused', problems: [{ message: 'Give a full web address.' }] });
  });

  test('because its words were selected in a text that is not the newest, waits for them to be selected anew', async () => {
    const id = await madeClaim();
    desk.revision = 2;
    page.workspace.edit(id, { anchor: { start: 4, end: 11, exact: 'harbour' }, revision: 1, statement: 'Good' });
    await settle();
    expect(desk.claim(id)).toMatchObject({ statement: 'Good', anchor: { start: 0 } });
    expect(page.workspace.snapshot().find(id)!.aside).toMatchObject([
      { write: { fields: { anchor: { exact: 'harbour' } } }, trouble: { kind: 'refused', status: 412 } },
    ]);
    page.workspace.edit(id, { anchor: { start: 4, end: 11, exact: 'harbour' }, revision: 2 });
    await settle();
    expect(desk.claim(id).anchor).toMatchObject({ start: 4 });
    expect(words()).toBe('Saved');
  });

  test('because it is a claim on a text that is not the newest, keeps all that was typed into it', async () => {
    desk.revision = 2;
    const id = page.workspace.make({ start: 4, end: 11 });
    page.workspace.edit(id, { rationale: 'Typed meanwhile.' });
    await settle();
    expect(desk.rows.size).toBe(0);
    expect(seen(id)).toMatchObject({ statement: 'harbour', rationale: 'Typed meanwhile.' });
    expect(page.workspace.snapshot().find(id)!.aside[0]?.trouble).toMatchObject({ kind: 'refused', status: 412 });
    page.workspace.edit(id, { statement: 'Typed since.' }, true);
    await pass(1000);
    expect(desk.rows.size).toBe(0);
    page.workspace.edit(id, { anchor: { start: 0, end: 3, exact: 'The' }, revision: 2 });
    await settle();
    expect(desk.claim('c0001')).toMatchObject({ statement: 'Typed since.', rationale: 'Typed meanwhile.' });
    expect(desk.claim('c0001').anchor).toMatchObject({ start: 0, end: 3 });
    expect(words()).toBe('Saved');
  });

  test('is mended by typing on', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { saidAt: 'nowhere' });
    await settle();
    page.workspace.edit(id, { saidAt: 'https://somewhere.example' }, true);
    await pass(1000);
    expect(desk.claim(id).saidAt).toBe('https://somewhere.example');
    expect(words()).toBe('Saved');
  });

  test('holds the submission behind it back', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { verdict: 'unproven', rationale: 'Sought in vain.' });
    page.workspace.edit(id, { saidAt: 'nowhere' });
    page.workspace.submit(id);
    await settle();
    expect(desk.claim(id).state).toBe('draft');
    expect(seen(id).state).toBe('draft');
  });

  test('can be discarded', async () => {
    const id = await madeClaim();
    page.workspace.edit(id, { saidAt: 'nowhere' });
    await settle();
    expect(page.outbox.discard(page.outbox.state().queue[0]!.id)).toBe(true);
    expect(seen(id).saidAt).toBeNull();
    expect(words()).toBe('Saved');
  });

  test('does not show a submission that was refused', async () => {
    const id = await madeClaim();
    page.workspace.submit(id);
    await settle();
    expect(seen(id).state).toBe('draft');
    expect(words()).toBe('1 change needs your decision');
  });
});

describe('when the session has expired', () => {
  test('nothing is lost and everything is sent after signing in again', async () => {
    const id = await madeClaim();
    desk.person = null;
    page.workspace.edit(id, { statement: 'Kept' });
    page.workspace.make({ start: 4, end: 11 });
    await settle();
    expect(words()).toBe('Sign in to save 2 changes');
    const before = desk.asked.length;
    await pass(60_000);
    expect(desk.asked).toHaveLength(before);
    desk.person = 'ada';
    page.outbox.signedIn();
    await settle();
    expect(desk.claim(id).statement).toBe('Kept');
    expect(desk.claims()).toHaveLength(2);
    expect(words()).toBe('Saved');
  });

  test('another person who signs in sends nothing of it', async () => {
    const id = await madeClaim();
    desk.person = null;
    page.workspace.edit(id, { statement: 'Kept' });
    await settle();
    desk.person = 'bob';
    page.outbox.signedIn();
    await settle();
    expect(words()).toBe('Somebody else is signed in: 1 change kept');
    const bobs = await browser.open('bob');
    await pass(60_000);
    expect(desk.claim(id).statement).not.toBe('Kept');
    expect(bobs.outbox.state().queue).toEqual([]);
    desk.person = 'ada';
    await page.close();
    page = await browser.open('ada');
    await pass(60_000);
    expect(desk.claim(id).statement).toBe('Kept');
  });
});

describe('several tabs of one person', () => {
  test('show what was typed in the other, and the same truth in the header', async () => {
    const id = await madeClaim();
    const other = await browser.open();
    desk.fault = () => 'unheard';
    page.workspace.edit(id, { statement: 'Typed here' });
    await settle();
    expect(seen(id, other).statement).toBe('Typed here');
    expect(other.outbox.state().queue).toHaveLength(1);
    desk.fault = () => null;
    page.outbox.network(true);
    await settle();
    expect(seen(id, other).statement).toBe('Typed here');
    expect(words(other)).toBe('Saved');
  });

  test('build on what the other typed without a conflict', async () => {
    const id = await madeClaim();
    const other = await browser.open();
    desk.fault = () => 'unheard';
    page.workspace.edit(id, { statement: 'One' });
    await settle();
    other.workspace.edit(id, { statement: 'One two' });
    await settle();
    desk.fault = () => null;
    await pass(120_000);
    expect(desk.claim(id).statement).toBe('One two');
    expect([words(), words(other)]).toEqual(['Saved', 'Saved']);
  });

  test('the one that stays sends what a closed one left', async () => {
    const id = await madeClaim();
    const other = await browser.open();
    desk.fault = () => 'unheard';
    page.workspace.edit(id, { statement: 'Left behind' });
    await settle();
    await page.close();
    desk.fault = () => null;
    await pass(60_000);
    expect(desk.claim(id).statement).toBe('Left behind');
    expect(words(other)).toBe('Saved');
  });

  test('never send at the same time', async () => {
    const ids = [await madeClaim(), await madeClaim()];
    const other = await browser.open();
    let [now, most] = [0, 0];
    const fetch = desk.fetch;
    desk.fetch = async (...request) => {
      now += 1;
      most = Math.max(most, now);
      await settle();
      now -= 1;
      return fetch(...request);
    };
    page.workspace.edit(ids[0]!, { statement: 'One' });
    other.workspace.edit(ids[1]!, { statement: 'Two' });
    for (let i = 0; i < 10; i += 1) await settle();
    expect(desk.claims().map(({ statement }) => statement)).toEqual(['One', 'Two']);
    expect(most).toBe(1);
  });
});
