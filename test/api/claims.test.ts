import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ProblemDocument } from '@/domain/contract/route';
import type { Evidence } from '@/domain/evidence';
import { selection } from '@/test/checking';
import { openDesk } from '@/test/desk';
import { newScene, type Scene } from './requests';
import { draft } from './requests/scene';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let as: { token: string };
let claims: string;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  scene = await newScene();
  as = { token: scene.reviewer.token };
  claims = `/api/v1/articles/${scene.article.id}/claims`;
});
afterAll(() => desk.close());

const span = (words: string) => selection(scene.article.text, words);
const make = (body: unknown) => call<Claim>('POST', claims, { as, body });

describe('a claim is made from the very words that stand there', () => {
  const wrong: [string, (right: { start: number; end: number; exact: string }) => unknown][] = [
    ['other words', (right) => ({ ...right, exact: 'the moon at night in blue' })],
    ['one digit changed', (right) => ({ ...right, exact: right.exact.replace('41', '42') })],
    ['words that are longer than the span', (right) => ({ ...right, end: right.end - 1 })],
    ['words that are shorter than the span', (right) => ({ ...right, end: right.end + 1 })],
    ['a span moved by one', (right) => ({ ...right, start: right.start + 1, end: right.end + 1 })],
    ['a span without words', ({ start }) => ({ start, end: start, exact: '' })],
    ['a span that runs backwards', ({ start, end, exact }) => ({ start: end, end: start, exact })],
    ['a span beyond the text', (right) => ({ ...right, start: 9_000_000, end: 9_000_025 })],
  ];
  test.each(wrong)('%s is refused', async (_what, turned) => {
    const { status } = await make({ anchor: turned(span('41,200 passengers in June')) });
    expect(status).toBe(422);
  });

  test('with the revision it was read from, unless the text has changed since', async () => {
    const anchor = span('41,200 passengers in June');
    expect((await make({ anchor, revision: 1 })).status).toBe(201);
    const stale = await call<ProblemDocument>('POST', claims, { as, body: { anchor, revision: 2 } });
    expect([stale.status, stale.body.current]).toEqual([412, { revision: 1 }]);
  });

  test('where they stand again, each place once', async () => {
    const anchor = span('41,200');
    const { body } = await make({ anchor, alsoAt: [span('June')] });
    expect(body.alsoAt).toEqual([expect.objectContaining({ exact: 'June', state: 'exact', revision: 1 })]);
    expect((await make({ anchor, alsoAt: [anchor] })).rules).toEqual(['same-place']);
  });

  test('or about the headline, an image or the article, and never both', async () => {
    for (const about of ['headline', 'article', { image: 'The ferry at its pier' }]) {
      expect((await make({ anchor: null, about })).body.about).toEqual(about);
      expect((await make({ anchor: span('June'), about })).rules).toEqual(['anchor-or-about']);
    }
    expect((await make({ anchor: null })).rules).toEqual(['anchor-or-about']);
  });
});

describe('what is created says where it is', () => {
  test('a claim', async () => {
    const { headers, body, status } = await make({ anchor: span('June') });
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/claims/${body.id}`]);
    expect((await call('GET', headers.get('location')!, { as })).body).toEqual(body);
  });

  test('evidence, with the new version of its claim', async () => {
    const { id } = await draft(scene);
    const body = { source: { title: 'Returns' }, stance: 'context' };
    const { status, etag } = await call('POST', `/api/v1/claims/${id}/evidence`, { as, body });
    expect([status, etag]).toEqual([201, (await call('GET', `/api/v1/claims/${id}`, { as })).etag]);
  });
});

test('the number of a piece of evidence is never given to another', async () => {
  const { id } = await draft(scene);
  const path = `/api/v1/claims/${id}`;
  const add = (title: string) =>
    call<Evidence>('POST', `${path}/evidence`, { as, body: { source: { title }, stance: 'supports' } });
  const version = async () => (await call('GET', path, { as })).etag;
  const numbers = async () => (await call<Claim>('GET', path, { as })).body.evidence.map(({ number }) => number);
  const [first, second] = [(await add('First')).body, (await add('Second')).body];
  expect(await numbers()).toEqual([1, 2]);
  const removed = await call<Claim>('DELETE', `/api/v1/evidence/${second.id}`, { as, ifMatch: await version() });
  expect([removed.status, removed.etag, removed.body.evidence.length]).toEqual([200, await version(), 1]);
  expect((await add('Third')).body.number).toBe(3);
  const edited = await call('PATCH', `/api/v1/evidence/${second.id}`, {
    as,
    ifMatch: await version(),
    body: { quote: 'x' },
  });
  expect(edited.rules).toEqual(['evidence-removed']);
  const body = { removed: false };
  const restored = await call<Evidence>('PATCH', `/api/v1/evidence/${second.id}`, {
    as,
    ifMatch: await version(),
    body,
  });
  expect([restored.status, restored.body.number]).toEqual([200, 2]);
  expect(await numbers()).toEqual([1, 2, 3]);
  expect(first.number).toBe(1);
});

test('a patch that says nothing new leaves the version, the log and the submission as they are', async () => {
  const claim = await draft(scene);
  const path = `/api/v1/claims/${claim.id}`;
  const log = async () => (await call('GET', `/api/v1/articles/${scene.article.id}/activity`, { as })).text;
  const before = await log();
  for (const body of [{}, { statement: claim.statement }, { anchor: span('41,200 passengers in June') }]) {
    expect((await call('PATCH', path, { as, ifMatch: etagOf(claim), body })).etag).toBe(etagOf(claim));
  }
  expect(await log()).toBe(before);
});

test('what is not there is 404, whatever is asked of it', async () => {
  for (const id of ['none', '0', '-', '%20', 'a.b', '..%2F..', 'x'.repeat(200), scene.article.id]) {
    expect([id, (await call('GET', `/api/v1/claims/${id}`, { as })).status]).toEqual([id, 404]);
    expect((await call('PATCH', `/api/v1/claims/${id}`, { as, body: {}, ifMatch: '"a"' })).status).toBe(404);
  }
  for (const n of ['0', '2', '-1', '1.0', '1e0', '9999999999', 'one']) {
    const { status } = await call('GET', `/api/v1/articles/${scene.article.id}/revisions/${n}`, { as });
    expect([n, status]).toEqual([n, 404]);
  }
});
