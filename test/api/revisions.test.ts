import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Revision } from '@/domain/article';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { RevisionPreview, TimelineEntry } from '@/domain/contract/revisions';
import type { ProblemDocument } from '@/domain/contract/route';
import { textOfDoc } from '@/domain/doc';
import type { Report } from '@/domain/revision';
import { article, claim, sampleText, selection } from '@/test/checking';
import { openDesk } from '@/test/desk';
import { newScene, type Scene } from './requests';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let as: { token: string };
let at: string;
let text: string;
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  as = { token: scene.reviewer.token };
});
beforeEach(async () => {
  const made = await article(scene.reviewer.actor, { setAside: ['Advertisement: sail with us'] });
  at = `/api/v1/articles/${made.id}`;
  text = made.text;
});
afterAll(() => desk.close());

const changed = sampleText.replace('41,200', '41,900');
const add = <T = Report>(body: object, by = as) =>
  call<T>('POST', `${at}/revisions`, { as: by, body: { format: 'text', ...body } });
const make = async (words: string, more: object = {}) =>
  (await call<Claim>('POST', `${at}/claims`, { as, body: { anchor: selection(text, words), ...more } })).body;
const read = async <T>(path: string) => (await call<T>('GET', path, { as })).body;
const newest = async () =>
  read<Revision>(`${at}/revisions/${(await read<{ items: Revision[] }>(`${at}/revisions`)).items[0]?.number}`);

describe('a new revision', () => {
  test('is a new text with who, when, why and what it is, and reports of every claim', async () => {
    const [figure, opened] = [await make('41,200 passengers in June'), await make('The line opened in 1974')];
    const { status, body, headers } = await add({ content: changed, reason: 'The paper changed its figure.', base: 1 });
    expect([status, headers.get('location')]).toEqual([201, `${at}/revisions/2`]);
    expect(body).toMatchObject({
      revision: { number: 2, kind: 'import', reason: 'The paper changed its figure.', createdBy: scene.reviewer.id },
      base: 1,
      headline: null,
      counts: { exact: 1, moved: 0, changed: 1, lost: 0 },
      unsettled: 1,
    });
    expect(body.claims.map(({ claimId, state, unsettled }) => [claimId, state, unsettled])).toEqual([
      [figure.id, 'changed', true],
      [opened.id, 'exact', false],
    ]);
    expect(body.claims[0]?.anchor).toMatchObject({
      was: '41,200 passengers in June',
      now: '41,900 passengers in June',
      changes: ['number'],
      from: { revision: 1, ...selection(text, '41,200 passengers in June') },
    });
    expect(await newest()).toMatchObject({ text: changed, sha256: body.revision.sha256, number: 2 });
    expect(await read(`${at}/revisions/2/report`)).toEqual(body);
  });

  test('has a state of its own for each place where a claim stands again', async () => {
    await make('41,200', {
      alsoAt: [selection(text, 'a record for any month'), selection(text, 'The line opened in 1974')],
    });
    const { body } = await add({ content: changed.replace('1974', '1947') });
    expect(body.claims[0]?.alsoAt.map(({ state, now }) => [state, now])).toEqual([
      ['exact', 'a record for any month'],
      ['changed', 'The line opened in 1947'],
    ]);
  });

  test('may come as a file', async () => {
    const form = new FormData();
    form.set('file', new Blob([changed], { type: 'text/plain' }), 'ferry.txt');
    form.set('reason', 'From the wire.');
    form.set('base', '1');
    const { status, body } = await call<Report>('POST', `${at}/revisions`, { as, body: form });
    expect([status, body.revision?.reason]).toEqual([201, 'From the wire.']);
    expect((await newest()).text).toBe(changed);
  });

  test('can be looked at before: the same answer, and nothing is stored', async () => {
    await make('41,200 passengers in June');
    const asked = { as, body: { content: `Advertisement: sail with us\n${changed}` } };
    const preview = await call<RevisionPreview>('POST', `${at}/revisions/preview`, asked);
    expect(preview.status).toBe(200);
    expect(await read(`${at}/revisions`)).toMatchObject({ items: [{ number: 1 }] });
    const { text: shown, doc, lines, repairs, ...report } = preview.body;
    const { body } = await call<Report>('POST', `${at}/revisions`, asked);
    const timeless = ({ revision: { createdAt, ...revision }, ...rest }: Report) => ({ revision, ...rest });
    expect(timeless(body)).toEqual(timeless(report));
    expect(shown).toBe((await newest()).text);
    expect(textOfDoc(doc)).toBe(lines.map(({ text }) => text).join('\n'));
    expect(lines[0]).toMatchObject({ text: 'Advertisement: sail with us', setAside: true });
    expect(repairs).toEqual([]);
  });

  test('sets aside what was set aside before, and keeps what was article then', async () => {
    const footer = 'Copyright is the theme of the museum in Saltmere, says the port.';
    await add({
      content: `${changed}\nAdvertisement: sail with us\n${footer}`,
      setAside: ['Advertisement: sail with us'],
    });
    expect((await newest()).text).toBe(`${changed}\n${footer}`);
    await add({ content: `Advertisement: sail with us\n${changed}\n${footer}\nAnd more.` });
    expect((await newest()).text).toBe(`${changed}\n${footer}\nAnd more.`);
    expect(await read(at)).toMatchObject({ setAside: ['Advertisement: sail with us'], revision: { number: 3 } });
  });

  test('keeps its headline unless the text or the request brings another, which changes the claims about it', async () => {
    const made = await make('41,200', { anchor: null, about: 'headline' });
    expect((await add({ content: changed })).body).toMatchObject({ headline: null, counts: { exact: 1 } });
    const { body } = await add({ content: changed, title: 'Saltmere ferry loses count' });
    expect(body).toMatchObject({
      headline: { was: 'Saltmere ferry counts its passengers', now: 'Saltmere ferry loses count' },
      claims: [{ claimId: made.id, state: 'changed', unsettled: true }],
    });
    expect(await read(at)).toMatchObject({ title: 'Saltmere ferry loses count' });
    await add({ content: `Saltmere ferry finds its count\n\n${changed}` });
    expect(await newest()).toMatchObject({ title: 'Saltmere ferry finds its count', text: changed });
  });

  test('that says the same is refused kindly', async () => {
    const { status, rules, body } = await add<ProblemDocument>({ content: sampleText });
    expect([status, rules]).toEqual([422, ['same-text']]);
    expect(body.detail).toContain('revision 1');
    const again = await call('POST', `${at}/revisions/preview`, { as, body: { content: sampleText } });
    expect(again.rules).toEqual(['same-text']);
  });

  test('that was made against an older one is stale, and shows the newest', async () => {
    await add({ content: changed });
    const { status, body } = await add<ProblemDocument>({ content: `${sampleText}\nMore.`, base: 1 });
    expect([status, body.current]).toEqual([412, (await read<{ items: unknown[] }>(`${at}/revisions`)).items[0]]);
  });

  test('is not added to a closed article, nor to one that is not there', async () => {
    const { etag } = await call('GET', at, { as });
    await call('PATCH', at, { as, body: { state: 'closed' }, ifMatch: etag });
    expect((await add({ content: changed })).rules).toEqual(['article-closed']);
    expect((await call('POST', '/api/v1/articles/none/revisions', { as, body: { content: 'x' } })).status).toBe(404);
  });

  test('is added once under one key', async () => {
    const send = () => call<Report>('POST', `${at}/revisions`, { as, body: { content: changed }, key: 'once' });
    expect([(await send()).status, (await send()).body.revision.number]).toEqual([201, 2]);
    expect(await read(`${at}/revisions`)).toMatchObject({ items: [{ number: 2 }, { number: 1 }] });
  });

  test('is told in the log: the revision, and each claim whose words changed, were lost or are back', async () => {
    await make('41,200 passengers in June');
    await add({ content: changed });
    await add({ content: sampleText });
    const { items } = await read<{ items: { type: string; content: object }[] }>(`${at}/activity`);
    expect(items.map(({ type }) => type)).toEqual([
      ...['claim.anchor-found', 'revision.added', 'claim.anchor-changed', 'revision.added'],
      ...['claim.created', 'article.imported'],
    ]);
    expect(items[2]?.content).toMatchObject({ was: '41,200 passengers in June', changes: ['number'], revision: 2 });
  });
});

describe('an editor who corrects an import', () => {
  const doc = (...paragraphs: string[]) => ({
    type: 'doc',
    content: paragraphs.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  });
  const correct = (body: object, by = scene.editor) =>
    add({ format: 'document', base: 1, ...body }, { token: by.token });

  test('sends the document as it was changed, and its blocks are the new text', async () => {
    const made = await make('closes each winter');
    const { status, body } = await correct({ doc: doc(...changed.split('\n')), reason: 'A digit was lost.' });
    expect([status, body.revision.kind, body.claims[0]?.claimId]).toEqual([201, 'correction', made.id]);
    expect(await newest()).toMatchObject({ text: changed, doc: doc(...changed.split('\n')), number: 2 });
  });

  test('is an editor, and says which text was corrected', async () => {
    expect((await correct({ doc: doc('x') }, scene.reviewer)).status).toBe(403);
    expect((await correct({ doc: doc('x'), base: undefined })).status).toBe(400);
    expect((await correct({ doc: doc(...sampleText.split('\n')) })).rules).toEqual(['same-text']);
  });

  test.each([
    ['no document', { type: 'paragraph' }],
    ['nodes that the article has not', { type: 'doc', content: [{ type: 'script', content: [] }] }],
    ['text outside a paragraph', { type: 'doc', content: [{ type: 'text', text: 'x' }] }],
    [
      'marks that the article has not',
      {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'mark' }] }] }],
      },
    ],
    ['no words', { type: 'doc', content: [{ type: 'paragraph' }] }],
  ])('sends %s in vain', async (_what, sent) => {
    expect((await correct({ doc: sent })).status).toBe(400);
  });

  test.each(['a\0b', 'a\nb', '\uD800'])('sends words that cannot be stored, %j, in vain', async (words) => {
    expect((await correct({ doc: doc('A line.', words) })).status).toBe(400);
  });

  test('has its text made fit to be stored, as an import has, and keeps what it is', async () => {
    const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'A heading' }] };
    const { content } = doc(' One\u00a0line here. ', ' ');
    const { status } = await correct({ doc: { type: 'doc', content: [heading, ...content] } });
    const { text, doc: stored } = (await newest()) as { text: string; doc: unknown };
    expect([status, text]).toEqual([201, 'A heading\nOne line here.']);
    expect(stored).toEqual({ type: 'doc', content: [heading, ...doc('One line here.').content] });
  });

  test('keeps headings, lists and links, and may change nothing but how the text is set out', async () => {
    const [first, ...rest] = sampleText.split('\n');
    const link = { type: 'link', attrs: { href: 'https://port.example/' } };
    const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: first, marks: [link] }] };
    const set = { type: 'doc', content: [heading, ...doc(...rest).content] };
    const made = await make('41,200 passengers in June');
    const { body } = await correct({ doc: set });
    expect(body).toMatchObject({ counts: { exact: 1 }, claims: [{ claimId: made.id, state: 'exact' }] });
    expect(await newest()).toMatchObject({ text: sampleText, doc: set, kind: 'correction' });
  });
});

describe('a claim whose words changed', () => {
  const settle = (claim: Claim, body: object, ifMatch: string | null = etagOf(claim)) =>
    call<Claim>('POST', `/api/v1/claims/${claim.id}/settlement`, { as, body, ifMatch });
  const open = async () => {
    const { id } = await make('41,200 passengers in June');
    await add({ content: changed });
    return read<Claim>(`/api/v1/claims/${id}`);
  };

  test('is settled on the newest revision and the newest version alone', async () => {
    const claim = await open();
    const body = { way: 'new-words', revision: 2 };
    expect((await settle(claim, body, null)).status).toBe(428);
    expect((await settle(claim, body, '"old"')).status).toBe(412);
    const stale = await settle(claim, { ...body, revision: 1 });
    expect([stale.status, stale.rules]).toEqual([412, ['stale-revision']]);
    const settled = await settle(claim, body);
    expect([settled.status, settled.etag]).toEqual([200, etagOf(settled.body)]);
    expect((await settle(settled.body, body)).rules).toEqual(['nothing-to-settle']);
  });

  test('can be settled and unsettled again, and has a timeline', async () => {
    const claim = await open();
    const { body: kept } = await settle(claim, { way: 'keep', revision: 2 });
    const timeline = await read<{ items: TimelineEntry[] }>(`/api/v1/claims/${claim.id}/anchors`);
    expect(timeline.items).toMatchObject([
      { revision: { number: 2 }, anchor: { state: 'changed' }, kept: true, settlement: { way: 'keep' } },
      { revision: { number: 1 }, anchor: { state: 'exact' }, kept: false, settlement: null },
    ]);
    const undone = await call<Claim>('DELETE', `/api/v1/claims/${claim.id}/settlement`, { as, ifMatch: etagOf(kept) });
    expect(undone.body).toMatchObject({ unsettled: { state: 'changed' }, kept: null, settlement: null });
    const again = await call('DELETE', `/api/v1/claims/${claim.id}/settlement`, { as, ifMatch: undone.etag });
    expect(again.rules).toEqual(['nothing-settled']);
  });

  test('is not selected in a text that is not the newest, nor made there', async () => {
    const claim = await open();
    const anchor = selection(sampleText, '41,200 passengers');
    const patch = await call<ProblemDocument>('PATCH', `/api/v1/claims/${claim.id}`, {
      ...{ as, ifMatch: etagOf(claim), body: { anchor, revision: 1, statement: 'Typed.' } },
    });
    expect([patch.status, patch.rules, patch.body.current]).toEqual([412, ['stale-revision'], { revision: 2 }]);
    const created = await call('POST', `${at}/claims`, { as, body: { anchor, revision: 1 } });
    expect([created.status, created.rules]).toEqual([412, ['stale-revision']]);
  });

  test('has no report in the first revision, nor in one that is not there', async () => {
    expect((await call('GET', `${at}/revisions/1/report`, { as })).rules).toEqual(['no-report']);
    expect((await call('GET', `${at}/revisions/9/report`, { as })).rules).toEqual(['no-such-revision']);
  });
});

test('an article of a thousand claims and a thousand places more is followed whole', async () => {
  const line = (n: number) => `Ferry number ${n} carried ${1000 + n} people to Saltmere, its captain said.`;
  const long = Array.from({ length: 1000 }, (_, n) => line(n));
  const made = await article(scene.reviewer.actor, { text: long.join('\n') });
  at = `/api/v1/articles/${made.id}`;
  text = made.text;
  for (const [n, sentence] of long.entries()) {
    const alsoAt = [selection(text, `${1000 + n} people to Saltmere`)];
    await claim(scene.reviewer.actor, made, sentence, { alsoAt });
  }
  const next = long.map((each, n) => (n % 10 === 0 ? each.replace(String(1000 + n), String(7000 + n)) : each));
  const { status, body } = await add({
    content: ['A new beginning of the story, as it was told.', ...next.slice(1)].join('\n'),
  });
  expect([status, body.claims.length]).toEqual([201, 1000]);
  expect(body.counts.changed).toBe(99);
  expect(body.counts.lost).toBe(1);
  expect(body.unsettled).toBe(100);
}, 60_000);
