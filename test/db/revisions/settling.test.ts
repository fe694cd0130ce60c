import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bench } from '@/client/workspace/bench';
import { placesAfter } from '@/client/workspace/places';
import { decideClaim } from '@/db/claims/decide';
import { settleClaim, unsettleClaim } from '@/db/claims/settle';
import { addRevision } from '@/db/revisions/add';
import { readReport } from '@/db/revisions/report';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ClaimPatch } from '@/domain/contract/claims';
import type { SettlingWay } from '@/domain/settling';
import { article, claim, current, edit, revised, sampleText, selection, submitted } from '@/test/checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let editor: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  editor = await newPerson('editor');
});
afterAll(() => desk.close());

const figure = '41,200 passengers in June';
const changed = sampleText.replace('41,200', '41,900');

const add = async (articleId: string, text: string, title: string | null = null) =>
  value(await addRevision(may('annotate', reviewer.actor), articleId, revised(text, { title })));
const settle = (claim: Claim, way: SettlingWay, revision: number) =>
  settleClaim(may('annotate', reviewer.actor), claim.id, [etagOf(claim)], { way, revision });
const unsettle = async (claim: Claim): Promise<Claim> =>
  value(await unsettleClaim(may('annotate', reviewer.actor), claim.id, [etagOf(claim)]));
const now = (claim: Claim) => current(reviewer.actor, claim);

async function approved(words = figure) {
  const on = await article(reviewer.actor);
  const made = await submitted(reviewer.actor, on, words);
  const claim = value(
    await decideClaim(may('decide', editor.actor), made.id, { outcome: 'approve', digest: made.digest }),
  );
  return { on, claim };
}

test('a digit that changed makes the claim changed, keeps its quotes and its approval, and is to be settled', async () => {
  const { on, claim } = await approved();
  const report = await add(on.id, changed);
  expect(report).toMatchObject({ counts: { changed: 1, exact: 0, moved: 0, lost: 0 }, unsettled: 1, base: 1 });
  const after = await now(claim);
  expect(after).toMatchObject({
    state: 'approved',
    quotes: [figure],
    anchor: { revision: 2, state: 'changed', exact: figure.replace('41,200', '41,900') },
    unsettled: { state: 'changed', revision: 2 },
  });
  expect(report.claims[0]).toMatchObject({ state: 'changed', anchor: { was: figure, now: after.anchor?.exact } });
});

test('the same claim in new words takes them as its quote and lapses; undone, it is approved and unsettled again', async () => {
  const { on, claim } = await approved();
  await add(on.id, changed);
  const before = await now(claim);
  const settled = value(await settle(before, 'new-words', 2));
  expect(settled).toMatchObject({
    state: 'lapsed',
    quotes: ['41,900 passengers in June'],
    anchor: { state: 'exact' },
    unsettled: null,
    settlement: { way: 'new-words', revision: 2, by: reviewer.id },
  });
  const back = await unsettle(settled);
  expect(back).toMatchObject({ state: 'approved', quotes: [figure], unsettled: before.unsettled, settlement: null });
  expect(back.anchor).toEqual(before.anchor);
});

test('kept as it stood, a claim stays approved under its quote, and says since when its words are gone', async () => {
  const { on, claim } = await approved();
  await add(on.id, changed);
  const kept = value(await settle(await now(claim), 'keep', 2));
  expect(kept).toMatchObject({ state: 'approved', quotes: [figure], unsettled: null, kept: { revision: 2 } });
  await add(on.id, `${changed}\nMore later.`);
  expect(await now(claim)).toMatchObject({
    kept: kept.kept,
    unsettled: null,
    anchor: { revision: 3, state: 'changed' },
  });
  await add(on.id, sampleText);
  expect(await now(claim)).toMatchObject({ kept: null, unsettled: null, settlement: null, anchor: { state: 'exact' } });
});

test('words that are gone are lost, with the place where they stood, and found when they come back', async () => {
  const on = await article(reviewer.actor);
  const made = await claim(reviewer.actor, on, 'The line opened in 1974 and closes each winter.');
  const without = sampleText.split('\n').slice(0, 2).join('\n');
  await add(on.id, without);
  const lost = await now(made);
  expect(lost).toMatchObject({ unsettled: { state: 'lost', revision: 2 }, anchor: { ...made.anchor, state: 'lost' } });
  expect(rules(await settle(lost, 'new-words', 2))).toEqual(['words-lost']);
  await add(on.id, `${without}\nAn addition.`);
  expect(await now(made)).toMatchObject({ unsettled: { state: 'lost', revision: 2 }, anchor: { revision: 1 } });
  await add(on.id, `${sampleText}\nAn addition.`);
  expect(await now(made)).toMatchObject({ unsettled: null, anchor: { revision: 4 }, quotes: made.quotes });
});

test('selecting the words by hand settles a lost claim, and can be undone', async () => {
  const on = await article(reviewer.actor);
  const made = await claim(reviewer.actor, on, 'The line opened in 1974 and closes each winter.');
  const rewritten = sampleText.replace('The line opened in 1974 and closes each winter.', 'Since 1974, no winters.');
  await add(on.id, rewritten);
  const lost = await now(made);
  const selected = value(
    await edit(reviewer.actor, lost, { anchor: selection(rewritten, 'Since 1974, no winters.'), revision: 2 }),
  );
  expect(selected).toMatchObject({
    unsettled: null,
    settlement: { way: 'selected' },
    quotes: ['Since 1974, no winters.'],
  });
  expect(await unsettle(selected)).toMatchObject({ unsettled: lost.unsettled, quotes: made.quotes });
});

test('what a patch of its places does not name stays as it is, settled or not, and the browser foresees it', async () => {
  const on = await article(reviewer.actor);
  const repeat = 'called the figure “a record for any month”';
  const alsoAt = [selection(on.text, repeat), selection(on.text, 'each winter')];
  const made = await claim(reviewer.actor, on, figure, { alsoAt });
  const text = changed.replace('for any month', 'for every month').replace(' and closes each winter', '');
  await add(on.id, text);
  const before = await now(made);
  expect(before.alsoAt.map(({ state }) => state)).toEqual(['changed', 'lost']);
  const bench = { article: on, revision: { number: 2, text }, me: { id: reviewer.id } } as unknown as Bench;
  const opened = selection(text, 'opened in 1974');
  const patches: [string, ClaimPatch, object][] = [
    ['a repeat more', { alsoAt: [...before.alsoAt, opened] }, { unsettled: { state: 'lost', revision: 2 } }],
    ['a repeat less', { alsoAt: [before.alsoAt[0]!] }, { quotes: [figure, repeat] }],
    ['another place', { anchor: opened }, { quotes: ['opened in 1974', repeat, 'each winter'] }],
    ['its own changed words', { anchor: before.anchor }, { quotes: [before.anchor!.exact, ...before.quotes.slice(1)] }],
    ['the headline', { about: 'headline' }, { anchor: null, alsoAt: [], quotes: [], unsettled: null }],
  ];
  for (const [, patch, expected] of patches) {
    const from = await now(made);
    const after = value(await edit(reviewer.actor, from, { ...patch, revision: 2 }));
    expect(after).toMatchObject(expected);
    expect(after).toMatchObject(placesAfter(from, patch, bench));
    expect(await unsettle(after)).toMatchObject({
      anchor: before.anchor,
      alsoAt: before.alsoAt,
      quotes: before.quotes,
    });
  }
});

test('a changed headline makes the claims about it changed', async () => {
  const on = await article(reviewer.actor);
  const made = await claim(reviewer.actor, on, figure, { anchor: null, about: 'headline' });
  const report = await add(on.id, sampleText, 'Saltmere ferry loses its passengers');
  expect(report.headline).toEqual({ was: on.title, now: 'Saltmere ferry loses its passengers' });
  const after = await now(made);
  expect(after).toMatchObject({ anchor: null, unsettled: { state: 'changed', revision: 2 } });
  const settled = value(await settle(after, 'new-words', 2));
  expect(settled).toMatchObject({ unsettled: null, quotes: ['Saltmere ferry loses its passengers'] });
  expect(settled.digest).not.toBe(made.digest);
});

test('the report says what was found, and what was settled since', async () => {
  const { on, claim } = await approved();
  const added = await add(on.id, changed);
  const read = value(await readReport(may('read', editor.actor), on.id, 2));
  expect(read).toEqual(added);
  value(await settle(await now(claim), 'keep', 2));
  const later = value(await readReport(may('read', editor.actor), on.id, 2));
  expect(later).toMatchObject({ counts: { changed: 1 }, unsettled: 0, claims: [{ settlement: { way: 'keep' } }] });
});
