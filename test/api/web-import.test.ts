import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '@/domain/article';
import type { ProblemDocument } from '@/domain/contract/route';
import { sampleText } from '@/test/checking';
import { newPerson, openDesk } from '@/test/desk';
import { openSite, type Site } from '@/test/formats/outgoing/site';
import { call } from './router';

const text = { 'Content-Type': 'text/plain; charset=utf-8' };
const pages: Record<string, [status: number, headers: Record<string, string>, body: string | Buffer]> = {
  '/ferry': [200, text, `Saltmere ferry counts its passengers\n\n${sampleText}`],
  '/moved': [301, { Location: '/ferry#top' }, ''],
  '/picture': [200, { 'Content-Type': 'image/png' }, 'PNG'],
  '/empty': [200, text, ' \n'],
  '/binary': [200, text, Buffer.alloc(4000, 'a\0\x01\x02')],
  '/long': [200, text, 'words '.repeat(400_000)],
  '/gone': [404, text, ''],
  '/inward': [302, { Location: 'http://169.254.169.254/' }, ''],
  '/far': [302, { Location: `/${'a'.repeat(3000)}` }, ''],
  [`/${'a'.repeat(3000)}`]: [200, text, sampleText],
};

let desk: Awaited<ReturnType<typeof openDesk>>;
let site: Site;
let as: { token: string };
beforeAll(async () => {
  site = await openSite(({ url = '' }, response) => {
    const [status, headers, body] = pages[url] ?? [500, {}, ''];
    response.writeHead(status, headers).end(body);
  });
  process.env.STET_FETCH_ALLOW = site.place;
  desk = await openDesk();
  as = { token: (await newPerson('reviewer')).token };
});
afterAll(async () => {
  await site.close();
  await desk.close();
  delete process.env.STET_FETCH_ALLOW;
});
beforeEach(() => {
  site.asked.length = 0;
});

type Imported = Article & { revision: { text: string }; lines?: unknown[] };
const ask = (path: string, body: object) => call<Imported>('POST', path, { as, body });
const at = (path: string) => ({ format: 'url', url: `${site.origin}${path}` });

describe('an article brought in by its address', () => {
  test('is read from there, shown and stored alike, and keeps the address', async () => {
    const shown = await ask('/api/v1/articles/preview', at('/ferry'));
    expect(shown.status).toBe(200);
    const stored = await ask('/api/v1/articles', at('/ferry'));
    expect(stored.status).toBe(201);
    for (const { body } of [shown, stored]) {
      expect(body).toMatchObject({ title: 'Saltmere ferry counts its passengers', url: `${site.origin}/ferry` });
      expect(body.revision.text).toContain('41,200 passengers in June');
    }
  });

  test('has the address where it was found in the end', async () => {
    expect((await ask('/api/v1/articles', at('/moved'))).body.url).toBe(`${site.origin}/ferry`);
  });

  test('has the address that was given, where the one in the end is too long to keep', async () => {
    expect((await ask('/api/v1/articles', at('/far'))).body.url).toBe(`${site.origin}/far`);
  });

  test('is known as given fields say', async () => {
    const given = { title: 'Mine', publication: 'The Ledger', rights: 'own', language: 'cy' };
    expect((await ask('/api/v1/articles', { ...at('/ferry'), ...given })).body).toMatchObject(given);
  });

  test('sent twice under one key is fetched once and is one article', async () => {
    const sent = { as, body: at('/ferry'), key: 'once' };
    const first = await call<Imported>('POST', '/api/v1/articles', sent);
    const second = await call<Imported>('POST', '/api/v1/articles', sent);
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(site.asked).toHaveLength(1);
    expect((await call('POST', '/api/v1/articles', { ...sent, body: at('/moved') })).rules).toEqual(['key-reused']);
    expect(site.asked).toHaveLength(1);
  });
});

describe('an address from which nothing comes is refused as a rule that points at it', () => {
  test.each([
    ['/picture', 'fetch-type'],
    ['/empty', 'text-empty'],
    ['/binary', 'text-binary'],
    ['/long', 'text-too-large'],
    ['/gone', 'fetch-gone'],
    ['/inward', 'fetch-private'],
    ['/broken', 'fetch-site-failed'],
  ])('%s', async (path, rule) => {
    for (const route of ['/api/v1/articles', '/api/v1/articles/preview']) {
      const { status, body } = await call<ProblemDocument>('POST', route, { as, body: at(path) });
      expect([status, body.problems]).toEqual([
        422,
        [{ rule, message: expect.stringMatching(/\.$/), pointer: '/url' }],
      ]);
    }
  });

  test.each([
    'http://127.0.0.1/',
    'http://localhost:3000/',
    'http://[::1]/',
    'http://2130706433/',
    'http://a:b@a.example/',
  ])('%s', async (url) => {
    const { status, rules } = await ask('/api/v1/articles/preview', { format: 'url', url });
    expect([status, rules[0]]).toEqual([422, expect.stringMatching(/^fetch-(private|credentials)$/)]);
  });
});

describe('a request that is not well formed is refused before anything is fetched', () => {
  test.each([
    ['no address', { format: 'url' }, '/url'],
    ['an address that is null', { format: 'url', url: null }, '/url'],
    ['another scheme', { format: 'url', url: 'file:///etc/passwd' }, '/url'],
    ['an address and a text', { format: 'url', url: 'https://ledger.example/', content: 'Text' }, '/content'],
    ['neither', { url: 'https://ledger.example/' }, '/content'],
    ['nothing', {}, '/content'],
  ])('%s', async (_what, body, pointer) => {
    const { status, body: problem } = await call<ProblemDocument>('POST', '/api/v1/articles', { as, body });
    expect([status, problem.problems?.[0]?.pointer]).toEqual([400, pointer]);
    expect(site.asked).toEqual([]);
  });

  test('a form with a file and format "url"', async () => {
    const form = new FormData();
    form.set('format', 'url');
    form.set('url', `${site.origin}/ferry`);
    form.set('file', new Blob(['Text']), 'a.txt');
    expect((await call('POST', '/api/v1/articles', { as, body: form })).status).toBe(400);
  });
});
