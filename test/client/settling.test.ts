import { beforeEach, describe, expect, test, vi } from 'vitest';
import { carryOver } from '@/client/workspace/carry-over';
import { Workspace } from '@/client/workspace/workspace';
import type { Claim } from '@/domain/claim';
import { articleText } from '@/test/builders/edition';
import { FakeBrowser, type FakePage, settle } from './fake-browser';
import { FakeDesk } from './fake-desk';

let desk: FakeDesk;
let page: FakePage;
/** the workspace on the newest revision */
let workspace: Workspace;

const claim = (id: string): Claim => workspace.snapshot().find(id)!.claim;

/** A claim whose words a second revision changed to these, or lost. */
async function turned(words: string | null): Promise<string> {
  const id = workspace.make({ start: 4, end: 11 });
  await settle();
  const real = claim(id).id;
  desk.revise(real, words);
  workspace = newest();
  return real;
}

function newest(text = articleText): Workspace {
  const bench = {
    ...page.workspace.bench,
    revision: { ...page.workspace.bench.revision, number: desk.revision, text },
  };
  return new Workspace(page.outbox, bench, desk.claims());
}

beforeEach(async () => {
  desk = new FakeDesk();
  page = await new FakeBrowser(desk).open();
  workspace = page.workspace;
});

/** What the browser cannot know before the server answers: the times. */
const timeless = ({ updatedAt, settlement, kept, ...rest }: Claim) => ({
  ...rest,
  settlement: settlement && { ...settlement, at: '' },
  kept: kept && { ...kept, since: '' },
});

describe('settling a claim is foreseen as the desk does it', () => {
  test.each(['new-words', 'keep'] as const)('%s, and undone and done again', async (way) => {
    const id = await turned('Harbour');
    const before = claim(id);
    const deeds = [
      () => workspace.settle(id, way),
      () => workspace.undo(),
      () => workspace.redo(),
      () => workspace.unsettle(id),
    ];
    for (const [index, deed] of deeds.entries()) {
      deed();
      const foreseen = claim(id);
      await settle();
      expect(page.outbox.state().queue).toEqual([]);
      expect(timeless(foreseen)).toEqual(timeless(desk.claim(id)));
      expect(claim(id).unsettled === null).toBe(index % 2 === 0);
    }
    expect(claim(id).quotes).toEqual(before.quotes);
  });

  test('new words become the quote, and words that are kept stay what they were', async () => {
    const one = await turned('Harbour');
    workspace.settle(one, 'new-words');
    expect(claim(one)).toMatchObject({ quotes: ['Harbour'], unsettled: null, anchor: { state: 'exact' } });
    const other = await turned('haven');
    workspace.settle(other, 'keep');
    expect(claim(other)).toMatchObject({ quotes: ['harbour'], kept: { revision: 3 }, anchor: { state: 'changed' } });
  });

  test('a claim whose words are gone has no new ones to take: nothing changes before the desk has refused', async () => {
    const id = await turned(null);
    workspace.settle(id, 'new-words');
    expect(claim(id).unsettled).toEqual({ state: 'lost', revision: 2 });
  });

  test('what is settled without a network is kept, shows at once and goes out later', async () => {
    const id = await turned('Harbour');
    desk.fault = () => 'unheard';
    workspace.settle(id, 'keep');
    await settle();
    expect(claim(id).kept).not.toBeNull();
    expect(desk.claim(id).kept).toBeNull();
    desk.fault = () => null;
    page.outbox.network(true);
    await settle();
    expect(desk.claim(id).kept).not.toBeNull();
    expect(page.outbox.state().queue).toEqual([]);
  });

  test('what somebody else settled meanwhile is asked about, never written over', async () => {
    const id = await turned('Harbour');
    const row = desk.rows.get(id)!;
    desk.elsewhere(id, { statement: 'Somebody else wrote this.' });
    row.unsettled = null;
    workspace.settle(id, 'keep');
    await settle();
    expect(workspace.snapshot().find(id)!.aside).toMatchObject([{ trouble: { kind: 'conflict' } }]);
    expect(desk.claim(id).kept).toBeNull();
  });

  test('a judgement about an older revision is set aside, and not repeated', async () => {
    const id = await turned('Harbour');
    desk.revision += 1;
    workspace.settle(id, 'keep');
    await settle();
    const asked = desk.asked.filter(({ path }) => path.endsWith('/settlement')).length;
    await settle();
    expect(asked).toBe(1);
    expect(workspace.snapshot().find(id)!.aside).toMatchObject([{ trouble: { kind: 'refused', status: 412 } }]);
  });
});

describe('an older revision', () => {
  test('is known to be one by the places of claims that others changed', async () => {
    const id = await turned('Harbour');
    expect(page.workspace.snapshot().newer).toBe(2);
    expect(workspace.snapshot().newer).toBeNull();
    expect(claim(id).anchor?.revision).toBe(2);
  });

  test('had a claim made in it, which goes on in the newer one where its words stand', async () => {
    desk.revision = 2;
    const id = page.workspace.make({ start: 4, end: 11 });
    await settle();
    expect(desk.rows.size).toBe(0);
    vi.stubGlobal('fetch', async () => Response.json({ text: articleText }));
    const text = `A new first line.\n${articleText}`;
    workspace = newest(text);
    const stop = carryOver(page.outbox, workspace.bench);
    await vi.waitFor(() => expect(desk.rows.size).toBe(1));
    stop();
    vi.unstubAllGlobals();
    await settle();
    expect(page.outbox.state().queue).toEqual([]);
    const sent = desk.asked.findLast(({ path }) => path.endsWith('/claims'))?.body as {
      anchor: unknown;
      revision: number;
    };
    expect(sent).toMatchObject({ revision: 2, anchor: { start: 22, end: 29, exact: 'harbour' } });
    expect(claim(id).statement).toBe('harbour');
  });

  test('had a claim made on words that the newer one does not say: it waits for a person', async () => {
    desk.revision = 2;
    page.workspace.make({ start: 4, end: 11 });
    await settle();
    const asked = vi.fn(async () => Response.json({ text: articleText }));
    vi.stubGlobal('fetch', asked);
    const stop = carryOver(page.outbox, newest('Nothing of it is left.').bench);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await new Promise((done) => setTimeout(done, 50));
    stop();
    vi.unstubAllGlobals();
    expect(desk.rows.size).toBe(0);
    expect(page.outbox.state().queue).toMatchObject([{ trouble: { kind: 'refused', status: 412 } }]);
  });
});
