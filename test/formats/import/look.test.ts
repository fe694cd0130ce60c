import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Look, Watched } from '@/domain/watch';
import { lookAt } from '@/formats/import/look';
import { openSite, type Site } from '@/test/formats/outgoing/site';

const title = 'Saltmere ferry counts its passengers';
const paragraphs = ['The ferry to Saltmere carried 41,200 passengers in June.', 'The line opened in 1974.'];
const small = '© The Harbour Ledger';
const page = (...lines: string[]) => lines.join('\n\n');

let body: string;
let robots: string;
let site: Site;
let last: Watched['last'];
beforeAll(async () => {
  site = await openSite(({ url, headers }, response) => {
    const text = { 'Content-Type': 'text/plain; charset=utf-8', ETag: '"1"' };
    if (url === '/robots.txt') response.writeHead(200, text).end(robots);
    else if (url !== '/ferry') response.writeHead(429, { 'Retry-After': '600' }).end();
    else if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, text).end(body);
  });
  robots = 'User-agent: *\nDisallow: /private';
  last = { title, text: paragraphs.join('\n'), language: 'en', setAside: [] };
});
afterEach(() => {
  site.asked.length = 0;
});
afterAll(() => site.close());

const look = (more: Partial<Watched> = {}, scheduled = true): Promise<Look> =>
  lookAt({ url: `${site.origin}/ferry`, validators: null, last, ...more }, { ...site.outgoing, scheduled });
const textOf = (seen: Look) => (seen.kind === 'read' ? seen.text.split('\n') : seen);

describe('a look at an article’s address', () => {
  test('reads what stands there, with its version', async () => {
    body = page(title, ...paragraphs);
    expect(await look()).toMatchObject({
      kind: 'read',
      url: `${site.origin}/ferry`,
      title,
      etag: '"1"',
      lastModified: null,
    });
    expect(textOf(await look())).toEqual(paragraphs);
  });

  test('reads nothing that the site calls unchanged', async () => {
    const validators = { url: `${site.origin}/ferry`, etag: '"1"', lastModified: null };
    expect(await look({ validators })).toEqual({ kind: 'unchanged' });
  });

  test('keeps to how people set lines aside and put them back, so that only the site’s changes differ', async () => {
    body = page(title, ...paragraphs, 'Sign up for our letter.', small);
    const setAside = ['Sign up for our letter.'];
    const seen = await look({ last: { ...last, setAside, text: [...paragraphs, small].join('\n') } });
    expect(textOf(seen)).toEqual([...paragraphs, small]);
    expect(seen).toMatchObject({ title, setAside: [title, ...setAside] });
  });

  test('keeps the headline that a person gave where the page names none, and sees a new one', async () => {
    body = page(...paragraphs);
    expect(await look({ last: { ...last, title: 'Mine' } })).toMatchObject({ title: 'Mine' });
    body = page('Saltmere ferry miscounted', ...paragraphs);
    expect(await look()).toMatchObject({ title: 'Saltmere ferry miscounted' });
  });

  test('sees a line that the site added', async () => {
    body = page(title, ...paragraphs, 'Correction: it was 39,000.');
    expect(textOf(await look())).toEqual([...paragraphs, 'Correction: it was 39,000.']);
  });
});

describe('what a site asks of programs', () => {
  test('is kept to by looks that nobody asked for', async () => {
    const seen = await look({ url: `${site.origin}/private` });
    expect(seen).toMatchObject({ kind: 'refused', problem: { rule: 'fetch-robots' } });
    expect(site.asked.map(({ path }) => path)).not.toContain('/private');
  });

  test('is no hindrance to a person', async () => {
    await look({ url: `${site.origin}/private` }, false);
    expect(site.asked.map(({ path }) => path)).toEqual(['/private']);
  });
});

test('a look that came to nothing says why, and how long the site asks to wait', async () => {
  expect(await look({ url: `${site.origin}/busy` })).toMatchObject({
    kind: 'refused',
    problem: { rule: 'fetch-busy' },
    retryAfter: 600,
  });
  body = '\0\x01\x02'.repeat(1000);
  expect(await look()).toMatchObject({ kind: 'refused', problem: { rule: 'text-binary', pointer: '/url' } });
});
