import { beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '@/domain/claim';
import { FakeBrowser, type FakePage, settle } from './fake-browser';
import { FakeDesk } from './fake-desk';

let desk: FakeDesk;
let page: FakePage;

const claim = (id: string): Claim => page.workspace.snapshot().find(id)!.claim;
const source = { title: 'Monthly traffic', url: 'https://port.example/march' };

/** A claim that could be submitted, by its real id. */
async function ready(): Promise<string> {
  const id = page.workspace.make({ start: 4, end: 11 });
  page.workspace.edit(id, { verdict: 'true', rationale: 'See [1].' });
  page.workspace.addEvidence(id, { source, stance: 'supports' });
  await settle();
  return claim(id).id;
}

beforeEach(async () => {
  desk = new FakeDesk();
  page = await new FakeBrowser(desk).open();
});

describe('the workspace foresees what the desk does', () => {
  test('in every deed, digest and state included', async () => {
    const id = await ready();
    const deeds: (() => void)[] = [
      () => page.workspace.edit(id, { statement: 'A harbour', kind: 'number', saidOn: '2026-03-01' }),
      () => page.workspace.addEvidence(id, { source: { title: 'Log' }, stance: 'refutes', primary: true }),
      () => page.workspace.editEvidence(id, claim(id).evidence[0]!, { stance: 'context' }),
      () => page.workspace.removeEvidence(id, claim(id).evidence[1]!.id),
      () => page.workspace.submit(id),
      () => page.workspace.takeBack(id),
      () => page.workspace.submit(id),
      () => page.workspace.decide(id, { outcome: 'approve', digest: claim(id).digest }),
      () => page.workspace.edit(id, { rationale: 'Changed.' }),
      () => page.workspace.edit(id, { rationale: 'See [1].' }),
      () => page.workspace.edit(id, { rationale: 'Changed again.' }),
      () => page.workspace.submit(id),
      () => page.workspace.decide(id, { outcome: 'return', digest: claim(id).digest, note: 'Why?' }),
      () => page.workspace.drop(id, 'A duplicate.'),
      () => page.workspace.restore(id),
    ];
    const states: string[] = [];
    for (const deed of deeds) {
      deed();
      const { digest, state, evidence, nextEvidence } = claim(id);
      states.push(state);
      await settle();
      expect(page.outbox.state().queue).toEqual([]);
      expect(desk.claim(id)).toMatchObject({ digest, state, nextEvidence });
      expect(desk.claim(id).evidence.map(({ number, stance }) => [number, stance])).toEqual(
        evidence.map(({ number, stance }) => [number, stance]),
      );
      expect(claim(id)).toEqual(desk.claim(id));
    }
    expect(states.slice(4)).toEqual(
      'submitted draft submitted approved lapsed approved lapsed submitted returned dropped returned'.split(' '),
    );
  });

  test('in reading order, headline first and the article as a whole last', async () => {
    const ids = [
      page.workspace.make({ about: 'article' }),
      page.workspace.make({ start: 15, end: 26 }),
      page.workspace.make({ start: 4, end: 11 }),
      page.workspace.make({ about: 'headline' }),
    ];
    const places = () =>
      page.workspace.snapshot().entries.map(({ claim: { anchor, about } }) => anchor?.start ?? about);
    expect(places()).toEqual(['headline', 4, 15, 'article']);
    const keys = page.workspace.snapshot().entries.map(({ key }) => key);
    await settle();
    expect(places()).toEqual(['headline', 4, 15, 'article']);
    expect(page.workspace.snapshot().entries.map(({ key }) => key)).toEqual(keys);
    expect(keys).toEqual([ids[3], ids[2], ids[1], ids[0]]);
  });

  test('and leaves the entry of every other claim the same object', async () => {
    const [one, other] = [await ready(), await ready()];
    const before = page.workspace.snapshot();
    page.workspace.edit(one, { statement: 'Changed' }, true);
    const after = page.workspace.snapshot();
    expect(after.find(other)).toBe(before.find(other));
    expect(after.find(one)).not.toBe(before.find(one));
  });
});

describe('undo', () => {
  test('takes back and does again, step by step', async () => {
    const id = await ready();
    const steps: [() => void, (now: Claim) => unknown][] = [
      [() => page.workspace.edit(id, { statement: 'Another' }), ({ statement }) => statement],
      [
        () => page.workspace.edit(id, { about: 'headline', anchor: null }),
        ({ anchor, about }) => anchor?.exact ?? about,
      ],
      [() => page.workspace.addEvidence(id, { source, stance: 'context' }), ({ evidence }) => evidence.length],
      [
        () => page.workspace.editEvidence(id, claim(id).evidence[0]!, { stance: 'refutes' }),
        (now) => now.evidence[0]!.stance,
      ],
      [
        () => page.workspace.removeEvidence(id, claim(id).evidence[0]!.id),
        ({ evidence }) => evidence.map((e) => e.number),
      ],
      [() => page.workspace.submit(id), ({ state }) => state],
      [() => page.workspace.drop(id, 'A duplicate.'), ({ state }) => state],
    ];
    const values: unknown[][] = [];
    for (const [deed, look] of steps) {
      const before = look(claim(id));
      deed();
      await settle();
      values.push([before, look(claim(id))]);
      expect(values.at(-1)![0]).not.toEqual(values.at(-1)![1]);
    }
    for (const [index, [, look]] of [...steps.entries()].reverse()) {
      page.workspace.undo();
      await settle();
      expect(look(desk.claim(id))).toEqual(values[index]![0]);
    }
    for (const [index, [, look]] of steps.entries()) {
      page.workspace.redo();
      await settle();
      expect(look(desk.claim(id))).toEqual(values[index]![1]);
    }
    expect(page.workspace.snapshot().redo).toBeNull();
  });

  test('of a claim that never left the browser leaves no trace', async () => {
    desk.fault = () => 'unheard';
    page.workspace.make({ start: 4, end: 11 });
    await settle();
    page.outbox.network(false);
    const id = page.workspace.make({ start: 15, end: 26 });
    page.workspace.undo();
    expect(page.workspace.snapshot().find(id)).toBeNull();
    expect(page.outbox.state().queue).toHaveLength(1);
    page.workspace.redo();
    expect(claim(id).quotes).toEqual(['Port Ellery']);
  });

  test('of a claim that the desk has drops it', async () => {
    const id = page.workspace.make({ start: 4, end: 11 });
    await settle();
    page.workspace.undo();
    await settle();
    expect(desk.claims()).toMatchObject([{ state: 'dropped' }]);
    page.workspace.redo();
    await settle();
    expect(claim(id).state).toBe('draft');
  });

  test('of typing takes back the whole of it', async () => {
    const id = await ready();
    const { statement } = claim(id);
    for (const typed of ['T', 'Th', 'The']) page.workspace.edit(id, { statement: typed }, true);
    expect(page.workspace.snapshot().undo).toBe('edit');
    page.workspace.undo();
    expect(claim(id).statement).toBe(statement);
  });

  test('does not reach a decision, which stands', async () => {
    const id = await ready();
    page.workspace.submit(id);
    await settle();
    page.workspace.decide(id, { outcome: 'return', digest: claim(id).digest, note: 'Why?' });
    expect(page.workspace.snapshot().undo).toBe('submission');
  });
});
