import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, Revision } from '@/domain/article';
import { type ArticleDoc, placedBlocks } from '@/domain/doc';
import { docxParts, docxType, para, run, sampleDocx, utf8, zipped } from '@/test/builders/foreign';
import { openDesk } from '@/test/desk';
import { outline } from '@/test/formats/import/outline';
import { newScene, type Scene } from './requests/scene';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
});
afterAll(() => desk.close());

type Preview = {
  title: string;
  lines: { text: string; setAside: boolean }[];
  doc: ArticleDoc;
  titled: boolean;
  repairs: string[];
};

function upload(bytes: Uint8Array, name: string, type = '', path = '/api/v1/articles') {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return call<Article & { revision: { text: string } }>('POST', path, {
    as: { token: scene.reviewer.token },
    body: form,
  });
}

const send = <T>(body: unknown, path = '/api/v1/articles') =>
  call<T>('POST', path, { as: { token: scene.reviewer.token }, body });
const revisionOf = async ({ id }: Article) =>
  (await call<Revision>('GET', `/api/v1/articles/${id}/revisions/1`, { as: { token: scene.reviewer.token } })).body;

describe('an upload is stored with what it is made of:', () => {
  const markdown = utf8('# Mill reopens\n\nThe mill *reopened*.\n\n- Flour\n- Bran\n');
  test.each<[string, Uint8Array, string, string, string]>([
    ['text', utf8('Mill reopens\n\nThe mill reopened.'), 'mill.txt', 'text/plain', 'The mill reopened.'],
    ['Markdown', markdown, 'mill.md', '', 'The mill *reopened*.\n- Flour\n- Bran'],
    [
      'a web page',
      utf8('<title>Mill reopens</title><article><h1>Mill reopens</h1><p>The mill <b>reopened</b>.</p></article>'),
      'mill.html',
      'text/html',
      'The mill **reopened**.',
    ],
    [
      'a Word document',
      zipped(docxParts(para(run('Mill reopens'), 'Title') + para(run('The mill reopened.')))),
      'mill.docx',
      docxType,
      'The mill reopened.',
    ],
  ])('%s', async (_, bytes, name, type, words) => {
    const { status, body } = await upload(bytes, name, type);
    expect(status).toBe(201);
    expect(body.title).toBe('Mill reopens');
    const revision = await revisionOf(body);
    expect(outline(revision.doc)).toBe(words);
    expect(
      placedBlocks(revision.doc)
        .map(({ text }) => text)
        .join('\n'),
    ).toBe(revision.text);
  });

  test('and a page names its own address, which a given one wins over', async () => {
    const bytes = readFileSync('test/fixtures/pages/news.html');
    expect((await upload(bytes, 'news.html')).body.url).toBe('https://argus.example/news/ferry-fares');
    const content = bytes.toString();
    const { body } = await send<Article>({ format: 'html', content, url: 'https://archive.example/1', title: 'Fares' });
    expect(body).toMatchObject({ url: 'https://archive.example/1', title: 'Fares', byline: 'Ines Varga, Tomas Reed' });
  });
});

describe('a preview', () => {
  test('answers a document that, sent back, stores just what was shown', async () => {
    const content = readFileSync('test/fixtures/pages/news.html', 'utf8');
    const { body } = await send<Preview>({ format: 'html', content }, '/api/v1/articles/preview');
    expect(body.titled).toBe(true);
    const texts = placedBlocks(body.doc).map(({ text }) => text);
    expect(texts).toEqual(body.lines.map(({ text }) => text));
    const setAside = [
      'The board meets again on 2 April.',
      ...body.lines.flatMap((line) => (line.setAside ? [line.text] : [])),
    ];
    const stored = await send<Article>({
      format: 'doc',
      content: JSON.stringify(body.doc),
      title: body.title,
      setAside,
    });
    expect(stored.status).toBe(201);
    const { doc } = await revisionOf(stored.body);
    expect(outline(doc)).toMatch(/^\^ The \*Petrel\*[\s\S]*## Who pays[\s\S]*- Bicycle: free, as before$/);
  });

  test('of a transcript has who speaks beside what is said', async () => {
    const content = readFileSync('test/fixtures/pages/transcript.html', 'utf8');
    const { body } = await send<Preview>({ format: 'html', content }, '/api/v1/articles/preview');
    expect(outline(body.doc)).toContain('[MAYOR ELLS …] And it will be done by 2028.');
  });
});

test('a claim made in a transcript is claimed by who says it', async () => {
  const content = 'ROSA LUND, HOST: How high?\n\nELLS: Four metres.\n\nROSA LUND, HOST: Thank you.';
  const { body: article } = await send<Article & { revision: { text: string } }>({
    content,
    title: 'T',
    publication: 'Radio Ellery',
    setAside: [],
  });
  const start = article.revision.text.indexOf('Four metres.');
  const anchor = { start, end: start + 11, exact: 'Four metres' };
  const claims = `/api/v1/articles/${article.id}/claims`;
  expect((await send<{ claimant: unknown }>({ anchor }, claims)).body.claimant).toEqual({
    name: 'ELLS',
    type: 'person',
  });
  expect((await send<{ claimant: unknown }>({ anchor: null, about: 'headline' }, claims)).body.claimant).toEqual({
    name: 'Radio Ellery',
    type: 'publication',
  });
  expect((await send<{ claimant: unknown }>({ anchor, claimant: null }, claims)).body.claimant).toBeNull();
});

describe('what cannot be stored is refused with a sentence, and nothing of it is:', () => {
  const paragraph = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }],
  };
  test.each<[string, () => Promise<{ status: number; rules: string[] }>, number, string]>([
    [
      'a document with a link that runs',
      () => send({ format: 'doc', content: JSON.stringify({ type: 'doc', content: [paragraph] }) }),
      400,
      'doc-malformed',
    ],
    ['a document that is no JSON', () => send({ format: 'doc', content: '{' }), 400, 'doc-malformed'],
    [
      'a page without an article',
      () => send({ format: 'html', content: '<title>x</title><script>x</script>' }),
      400,
      'text-empty',
    ],
    ['a damaged Word document', () => upload(sampleDocx().subarray(0, 900), 'a.docx'), 400, 'docx-damaged'],
    [
      'a Word document with macros',
      () => upload(zipped({ ...docxParts(''), 'word/vbaProject.bin': 'x' }), 'a.docm'),
      400,
      'docx-macros',
    ],
    ['a picture', () => upload(Buffer.from('89504e470d0a1a0a', 'hex'), 'a.png'), 400, 'format-unknown'],
    ['a page of more than 10 MB', () => upload(Buffer.alloc(10_000_001, 'a '), 'a.html'), 413, 'file-too-large'],
  ])('%s', async (_, sent, status, rule) => {
    const count = async () =>
      (await call<{ items: unknown[] }>('GET', '/api/v1/articles?limit=100', { as: { token: scene.reviewer.token } }))
        .body.items.length;
    const before = await count();
    expect(await sent()).toMatchObject({ status, rules: [rule] });
    expect(await count()).toBe(before);
  });
});
