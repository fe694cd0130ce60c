import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Article, Revision } from '@/domain/article';
import { sha256Hex } from '@/domain/canonical';
import type { Report } from '@/domain/revision';
import type { Found, Watch } from '@/domain/watch';
import { sampleText } from '@/test/checking';
import { newPerson, openDesk } from '@/test/desk';
import { openSite, type Site } from '@/test/formats/outgoing/site';
import { call } from './router';

const title = 'Saltmere ferry counts its passengers';
const changed = sampleText.replace('41,200', '39,000');

let words: string;
let status: number;
let desk: Awaited<ReturnType<typeof openDesk>>;
let site: Site;
let as: { token: string };
beforeAll(async () => {
  site = await openSite(({ headers }, response) => {
    const ETag = `"${sha256Hex(words)}"`;
    const known = status === 200 && headers['if-none-match'] === ETag;
    response.writeHead(known ? 304 : status, { 'Content-Type': 'text/plain', ETag, 'Retry-After': '60' });
    response.end(known ? undefined : `${title}\n\n${words}`);
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
  words = sampleText;
  status = 200;
  site.asked.length = 0;
});

/** An article brought in by its address; the path of its watch. */
async function imported(): Promise<string> {
  const body = { format: 'url', url: `${site.origin}/ferry` };
  const { body: article } = await call<Article>('POST', '/api/v1/articles', { as, body });
  return `/api/v1/articles/${article.id}`;
}
const check = (article: string) => call<Watch>('POST', `${article}/watch/check`, { as });

describe('looking at the address of an article', () => {
  test('finds nothing while it reads as it was imported, and then asks only whether it changed', async () => {
    const article = await imported();
    expect((await check(article)).body).toMatchObject({ outcome: 'unchanged', found: null, every: null });
    expect((await check(article)).body).toMatchObject({ outcome: 'unchanged' });
    expect(site.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      ...[undefined, undefined, `"${sha256Hex(sampleText)}"`],
    ]);
  });

  test('finds a text that changed silently, to be read whole and dismissed as it was seen', async () => {
    const article = await imported();
    words = changed;
    const { body } = await check(article);
    expect(body).toMatchObject({ outcome: 'changed', found: { title, url: `${site.origin}/ferry` } });
    const found = await call<Found>('GET', `${article}/found`, { as });
    expect(found.body).toMatchObject({ id: body.found?.id, text: changed, sha256: sha256Hex(changed) });
    expect((await call('DELETE', `${article}/found`, { as, ifMatch: found.etag })).status).toBe(204);
    expect((await call('GET', `${article}/found`, { as })).status).toBe(404);
    expect((await check(article)).body).toMatchObject({ outcome: 'unchanged', found: null });
  });

  test('finds a text that becomes the newest revision, with a report, and then finds nothing', async () => {
    const article = await imported();
    words = changed;
    await check(article);
    const { etag } = await call<Found>('GET', `${article}/found`, { as });
    const accept = (ifMatch: string) => call<Report>('POST', `${article}/found/acceptance`, { as, body: {}, ifMatch });
    expect((await accept('"stale"')).status).toBe(412);
    const { status: answered, body: report } = await accept(etag);
    expect(answered).toBe(201);
    expect(report).toMatchObject({ base: 1, revision: { number: 2, reason: `Found at ${site.origin}/ferry` } });
    const { body: revision } = await call<Revision>('GET', `${article}/revisions/2`, { as });
    expect(revision).toMatchObject({ title, text: changed });
    expect((await call('GET', `${article}/watch`, { as })).body).toMatchObject({ outcome: 'unchanged', found: null });
    expect((await check(article)).body).toMatchObject({ outcome: 'unchanged', found: null });
    expect((await accept(etag)).status).toBe(404);
  });

  test('finds a text that somebody adds as a revision by hand, and it waits no longer', async () => {
    const article = await imported();
    words = changed;
    await check(article);
    const { status: added } = await call('POST', `${article}/revisions`, { as, body: { content: changed } });
    expect(added).toBe(201);
    expect((await call('GET', `${article}/found`, { as })).status).toBe(404);
  });

  test('that comes to nothing says why, and is no failure of the request', async () => {
    const article = await imported();
    status = 503;
    const { status: answered, body } = await check(article);
    expect(answered).toBe(200);
    expect(body).toMatchObject({ outcome: 'refused', failures: 1, problem: expect.stringContaining('(503)') });
  });

  test('needs an address, for a schedule too', async () => {
    const { body } = await call<Article>('POST', '/api/v1/articles', { as, body: { content: sampleText } });
    const article = `/api/v1/articles/${body.id}`;
    expect(await check(article)).toMatchObject({ status: 422, rules: ['no-address'] });
    const { etag } = await call('GET', `${article}/watch`, { as });
    const set = await call('PUT', `${article}/watch`, { as, body: { every: 'daily' }, ifMatch: etag });
    expect(set).toMatchObject({ status: 422, rules: ['no-address'] });
  });

  test.each(['weekly', '', null, 1])('every %j is refused', async (every) => {
    const article = await imported();
    const { etag } = await call('GET', `${article}/watch`, { as });
    expect((await call('PUT', `${article}/watch`, { as, body: { every }, ifMatch: etag })).status).toBe(400);
  });
});
