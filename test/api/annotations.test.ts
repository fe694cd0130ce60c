import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AnnotationsReport } from '@/domain/annotation';
import type { Claim } from '@/domain/claim';
import { article, selection } from '@/test/checking';
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
  const made = await article(scene.reviewer.actor);
  at = `/api/v1/articles/${made.id}`;
  text = made.text;
});
afterAll(() => desk.close());

const uri = 'http://www.ledger.example/saltmere-ferry/?from=feed';
const on = (id: string, exact: string, more: object = {}) => ({
  ...{ id, uri, text: `A note of ${id}.`, tags: ['ferry'] },
  target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact, ...more }] }],
});
const send = (body: object) => call<AnnotationsReport>('POST', `${at}/annotations`, { as, body });
const claims = async () => (await call<{ items: Claim[] }>('GET', `${at}/claims`, { as })).body.items;
const outcomes = ({ items }: AnnotationsReport) => items.map(({ id, outcome }) => [id, outcome]);

describe('an export of another annotation tool', () => {
  test('becomes a draft claim for each annotation whose words stand there, its note as the rationale', async () => {
    const { status, body } = await send({
      rows: [on('a', 'closes each winter'), on('b', 'said on Tuesday')],
      total: 2,
    });
    expect([status, body.made, outcomes(body)]).toEqual([
      201,
      1,
      [
        ['a', 'made'],
        ['b', 'missing'],
      ],
    ]);
    expect(body.items[0]).toMatchObject({ quote: 'closes each winter', tags: ['ferry'] });
    expect(await claims()).toMatchObject([
      {
        id: body.items[0]?.claimId,
        state: 'draft',
        statement: 'closes each winter',
        rationale: 'A note of a.',
        anchor: { ...selection(text, 'closes each winter'), state: 'exact', revision: 1 },
        createdBy: scene.reviewer.id,
      },
    ]);
  });

  test('is imported once, however often it is sent, and claims made of it are left as they are', async () => {
    await send({ rows: [on('a', 'closes each winter')] });
    const [made] = await claims();
    const again = await send({ rows: [on('a', 'closes each winter'), on('b', '1974'), on('b', '1974')] });
    expect(outcomes(again.body)).toEqual([
      ['a', 'known'],
      ['b', 'made'],
      ['b', 'known'],
    ]);
    expect(again.body.items[0]?.claimId).toBe(made?.id);
    expect((await claims()).length).toBe(2);
  });

  test('is put in the right one of several places by what surrounds it, and in none where that does not tell', async () => {
    const { body } = await send([
      on('a', 'the'),
      on('b', 'She', { suffix: ' did not say' }),
      on('c', 'r', { prefix: 'fo' }),
    ]);
    expect(outcomes(body)).toEqual([
      ['a', 'ambiguous'],
      ['b', 'made'],
      ['c', 'ambiguous'],
    ]);
  });

  test('keeps a note on the page as a claim about the article, if it is this article’s page', async () => {
    const note = { id: 'a', uri, text: 'Nothing on prices.', target: [{ source: uri }] };
    const elsewhere = { ...note, id: 'b', uri: 'https://ledger.example/another' };
    const { body } = await send({ annotations: [note, elsewhere, { ...note, id: 'c', text: '' }] });
    expect(outcomes(body)).toEqual([
      ['a', 'made'],
      ['b', 'other-page'],
      ['c', 'empty'],
    ]);
    expect(await claims()).toMatchObject([{ about: 'article', anchor: null, rationale: 'Nothing on prices.' }]);
  });

  test('is found in the newest revision', async () => {
    await call('POST', `${at}/revisions`, {
      as,
      body: { content: `A new beginning of it all.\n${text.replace('1974', '1975')}` },
    });
    const { body } = await send([on('a', 'opened in 1975'), on('b', 'opened in 1974')]);
    expect(outcomes(body)).toEqual([
      ['a', 'made'],
      ['b', 'missing'],
    ]);
    expect(await claims()).toMatchObject([{ anchor: { revision: 2 } }]);
  });

  test('that holds none is refused, and so is a closed article', async () => {
    const none = await send({ rows: [] });
    expect([none.status, none.rules]).toEqual([400, ['no-annotations']]);
    const { etag } = await call('GET', at, { as });
    await call('PATCH', at, { as, body: { state: 'closed' }, ifMatch: etag });
    expect((await send([on('a', '1974')])).rules).toEqual(['article-closed']);
  });

  test('is told in the log', async () => {
    await send([on('a', '1974')]);
    const { body } = await call<{ items: { type: string; content: object }[] }>('GET', `${at}/activity`, { as });
    expect(body.items.map(({ type }) => type)).toEqual(['annotations.imported', 'claim.created', 'article.imported']);
    expect(body.items[0]?.content).toMatchObject({ made: 1, of: 1 });
  });
});
