import { beforeEach, describe, expect, test } from 'vitest';
import type { News } from '@/client/stream/stream';
import { keepLive } from '@/client/workspace/live';
import type { ActivityType } from '@/domain/activity';
import { FakeBrowser, type FakePage, settle } from './fake-browser';
import { FakeDesk } from './fake-desk';

let desk: FakeDesk;
let browser: FakeBrowser;
let page: FakePage;
let tell: (news: News) => void;
let id: string;
let seq = 0;

beforeEach(async () => {
  desk = new FakeDesk();
  browser = new FakeBrowser(desk);
  page = await browser.open();
  page.workspace.make({ about: 'article' });
  await settle();
  id = page.workspace.snapshot().entries[0]!.claim.id;
  const stream = {
    follow: (_since: number, follower: (news: News) => void) => {
      tell = follower;
      return () => {};
    },
  };
  keepLive(page.workspace, stream, 0, browser.clock);
  desk.asked = [];
});

/** An event of the log, as the stream tells it. */
const event = (claimId: string | null, type: ActivityType = 'claim.changed', articleId = 'a1') => ({
  ...{ id: String(++seq), at: '2026-04-03T10:00:00.000Z', by: 'eve', type, articleId, claimId, subject: null },
});

const shown = () => page.workspace.snapshot().find(id)!;
const reads = () => desk.asked.filter(({ method }) => method === 'GET').map(({ path }) => path);
const pass = () => browser.clock.pass(1000);

describe('a workspace that is kept live', () => {
  test('shows what others did, and knows who', async () => {
    desk.elsewhere(id, { statement: 'Eve’s words.' });
    tell(event(id));
    await pass();
    expect([shown().claim.statement, page.workspace.lastBy(id)]).toEqual(['Eve’s words.', 'eve']);
  });

  test('reads a claim once for a burst of events, and nothing for those of other articles', async () => {
    for (let n = 0; n < 10; n += 1) tell(event(id));
    tell(event('c9', 'claim.changed', 'a2'));
    await pass();
    expect(reads()).toEqual([`/api/v1/claims/${id}`]);
  });

  test('reads again what changed while it was being read', async () => {
    desk.fault = ({ method }) => {
      desk.fault = () => null;
      if (method === 'GET') tell(event(id));
      return null;
    };
    tell(event(id));
    await pass();
    expect(reads()).toHaveLength(2);
  });

  test('reads a claim that it could not read once the desk answers again', async () => {
    desk.elsewhere(id, { statement: 'Eve’s words.' });
    desk.fault = () => 503;
    tell(event(id));
    await pass();
    desk.fault = () => null;
    await browser.clock.pass(3000);
    expect(shown().claim.statement).toBe('Eve’s words.');
  });

  test('reads the whole list where more happened than is told', async () => {
    desk.elsewhere(id, { statement: 'Eve’s words.' });
    tell('anew');
    await pass();
    expect(shown().claim.statement).toBe('Eve’s words.');
  });
});

describe('what is typed while somebody else changes the same field', () => {
  test('was typed over what its person saw, not over what was kept from them', async () => {
    const seen = shown().claim.statement;
    desk.elsewhere(id, { statement: 'Eve’s words.' });
    tell(event(id));
    await pass();
    page.workspace.edit(id, { statement: 'Mine.' }, true, { statement: seen });
    await pass();
    expect(desk.claim(id).statement).toBe('Eve’s words.');
    expect(shown().claim.statement).toBe('Mine.');
    expect(shown().aside[0]?.trouble).toMatchObject({ kind: 'conflict', theirs: { statement: 'Eve’s words.' } });
    page.outbox.resolve(shown().aside[0]!.id, { statement: 'mine' });
    await pass();
    expect(desk.claim(id).statement).toBe('Mine.');
  });

  test('is left alone where the change is of another field', async () => {
    desk.elsewhere(id, { rationale: 'Eve’s reasons.' });
    page.workspace.edit(id, { statement: 'Mine.' }, true);
    tell(event(id));
    await pass();
    await pass();
    expect(desk.claim(id)).toMatchObject({ statement: 'Mine.', rationale: 'Eve’s reasons.' });
    expect(shown().aside).toEqual([]);
  });

  test('in a form of evidence was typed over the evidence as the form began with it', async () => {
    page.workspace.addEvidence(id, { source: { title: 'Returns' }, stance: 'context', quote: 'Forty-one.' });
    await pass();
    const seen = shown().claim.evidence[0]!;
    const row = desk.rows.get(id)!;
    row.evidence = row.evidence.map((item) => ({ ...item, quote: 'Eve’s quote.' }));
    desk.elsewhere(id, {});
    tell(event(id, 'evidence.changed'));
    await pass();
    page.workspace.editEvidence(id, seen, { quote: 'My quote.' });
    await pass();
    expect(desk.claim(id).evidence[0]!.quote).toBe('Eve’s quote.');
    expect(shown().aside[0]?.trouble?.kind).toBe('conflict');
  });
});
