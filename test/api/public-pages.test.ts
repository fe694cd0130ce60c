import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { digestOfEdition, type Payload } from '@/domain/edition';
import { type Checking, checking } from '@/test/builders/checked';
import { openDesk, value } from '@/test/desk';

const handlers = async () => ({
  newest: (await import('@/app/a/[slug]/route')).GET,
  rest: (await import('@/app/a/[slug]/[...rest]/route')).GET,
  front: (await import('@/app/published/route')).GET,
});

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let slug: string;

beforeAll(async () => {
  desk = await openDesk();
  at = await checking();
  slug = at.article.slug;
  const first = await at.approved('41,200 containers');
  await at.draft('300 people', { statement: 'A draft that nobody may see' });
  await at.approved(null, { about: 'headline', statement: 'The headline says more than the article.' });
  value(await at.publish());
  await at.edit(first, { verdict: 'false' });
  await at.approve(first);
  value(await at.publish({ note: 'The table was read wrongly.' }));
});
afterAll(() => desk.close());

type Asked = { n?: string; k?: string; slug?: string; form?: string; headers?: Record<string, string> };

async function ask({ n, k, slug: other, form, headers }: Asked = {}) {
  const rest = [n, k && 'claims', k, form].filter((part) => part !== undefined) as string[];
  const request = new Request(`http://localhost:3000/a/${[other ?? slug, ...rest].join('/')}`, {
    headers: { host: 'localhost:3000', ...headers },
  });
  const { newest, rest: deeper } = await handlers();
  const params = { slug: other ?? slug, rest };
  const response = await (rest.length === 0 ? newest : deeper)(request, { params: Promise.resolve(params) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, text: new TextDecoder().decode(bytes), etag: response.headers.get('etag') ?? '' };
}

const pages: [string, Asked][] = [
  ['the newest edition', {}],
  ['a numbered edition', { n: '1' }],
  ['a claim', { k: '1' }],
  ['a claim of a numbered edition', { n: '1', k: '1' }],
];
const data: [string, Asked][] = [
  ['the newest edition', { slug: 'SLUG.json' }],
  ['a numbered edition', { n: '1.json' }],
  ['a claim', { k: '1.json' }],
  ['a claim of a numbered edition', { n: '1', k: '1.json' }],
];
const filled = (asked: Asked): Asked => ({
  ...asked,
  ...(asked.slug ? { slug: asked.slug.replace('SLUG', slug) } : {}),
});

describe.each(pages)('the page of %s', (_, asked) => {
  test('holds no script but data, and may run, send and be framed by nothing', async () => {
    const { response, text } = await ask(asked);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/^<!DOCTYPE html><html lang="en" dir="ltr">/);
    expect(text).not.toMatch(/<iframe|<form|\son\w+=|\sstyle=|javascript:/i);
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  test('is not sent again to whoever has it', async () => {
    const { etag } = await ask(asked);
    const { response, text } = await ask({ ...asked, headers: { 'If-None-Match': `"other", W/${etag}` } });
    expect([response.status, text, response.headers.get('etag')]).toEqual([304, '', etag]);
  });

  test('says nothing of what is under way', async () => {
    expect((await ask(asked)).text).not.toContain('nobody may see');
  });
});

describe.each(data)('the data of %s', (_, asked) => {
  test('may be fetched by any page of the world', async () => {
    const { response, text } = await ask(filled(asked));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(() => JSON.parse(text)).not.toThrow();
  });
});

describe('what is answered', () => {
  test('numbered addresses may be kept for a minute, the newest only after asking', async () => {
    const kept = async (asked: Asked) => (await ask(asked)).response.headers.get('cache-control');
    expect(await kept({ n: '2' })).toBe('public, max-age=60');
    expect(await kept({ n: '2', k: '1' })).toBe('public, max-age=60');
    expect(await kept({})).toBe('public, no-cache');
    expect(await kept({ k: '1' })).toBe('public, no-cache');
  });

  test('the payload is the frozen one, to the byte', async () => {
    const { text } = await ask({ n: '1.json' });
    const payload = JSON.parse(text) as Payload;
    expect((await ask({ n: '2' })).text).not.toContain(digestOfEdition(payload));
    expect((await ask({ n: '1' })).text).toContain(digestOfEdition(payload));
  });

  test('a changed verdict stands on top of the new edition and of the old one', async () => {
    const [before, after] = [(await ask({ n: '1' })).text, (await ask({})).text];
    for (const text of [before, after])
      expect(text.indexOf('The table was read wrongly.')).toBeLessThan(text.indexOf('<h1'));
    expect(before).toContain('This is edition 1, kept as it was published.');
    expect(before).toContain(`href="/a/${slug}"`);
    expect(before).toContain(`<link rel="canonical" href="http://localhost:3000/a/${slug}"/>`);
    expect(after).toContain('Edition 1, as it was');
  });

  test('an older page changes its tag once a newer edition tells of it', async () => {
    const other = await checking();
    await other.approved('41,200 containers');
    value(await other.publish());
    const before = (await ask({ slug: other.article.slug, n: '1' })).etag;
    await other.approved('300 people');
    value(await other.publish({ note: 'One more.', tier: 'update' }));
    expect((await ask({ slug: other.article.slug, n: '1' })).etag).not.toBe(before);
  });

  test('under excerpt rights no text of the article but the claims’ sentences', async () => {
    for (const asked of [{}, { n: '1' }, { k: '2' }, { n: '1.json' }, { k: '2.json' }]) {
      const { text } = await ask(asked);
      expect(text).not.toContain('Mayor Ines Calder');
      expect(text).not.toContain('second terminal');
    }
    expect((await ask({ k: '2' })).text).toMatch(
      /The harbour of Port Ellery handled <mark[^>]*>41,200 containers<\/mark>/,
    );
  });

  test('the front lists what is published', async () => {
    const { front } = await handlers();
    const response = await front(
      new Request('http://localhost:3000/published', { headers: { host: 'localhost:3000' } }),
    );
    const text = await response.text();
    expect(text).toContain(`href="/a/${slug}"`);
    expect(text).toContain('2 claims checked: 1 false and 1 true');
    expect(response.headers.get('vary')).toContain('Cookie');
  });
});

describe('where there is nothing', () => {
  const nothing: [string, Asked, RegExp][] = [
    ['an unknown slug', { slug: 'never-written' }, /no fact check at this address/],
    ['an unknown edition', { n: '9' }, /editions 1 to 2/],
    ['an edition that is no number', { n: 'latest' }, /no such edition/],
    ['an edition with a leading zero', { n: '01' }, /no such edition/],
    ['an unknown claim', { k: '77' }, /no such claim/],
    ['a claim that is no number', { k: 'one' }, /no such claim/],
    ['an unknown claim’s data', { k: '77.json' }, /no such claim/],
    ['an address that is not percent-encoded text', { slug: '%E0%A4%A' }, /no fact check/],
    ['a slug with markup', { slug: '"><script>' }, /no fact check/],
  ];
  test.each(nothing)('%s gets a page that says so and leads on', async (_, asked, said) => {
    const { response, text } = await ask(asked);
    expect(response.status).toBe(404);
    expect(text).toMatch(said);
    expect(text).toContain('href="/"');
    expect(text).toContain('content="noindex"');
    expect(text).not.toContain('<script');
  });

  test('a claim that later editions left out is found where it last was', async () => {
    const other = await checking();
    await other.approved('41,200 containers');
    const gone = await other.approved('300 people');
    value(await other.publish());
    await other.drop(gone);
    value(await other.publish({ note: 'One claim is taken out.', tier: 'update' }));
    const { response, text } = await ask({ slug: other.article.slug, k: '2' });
    expect(response.status).toBe(404);
    expect(text).toContain(`href="/a/${other.article.slug}/1/claims/2"`);
  });

  test('an address in another letter case leads to the right one for good', async () => {
    const request = new Request(`http://localhost:3000/a/${slug.toUpperCase()}`);
    const { newest } = await handlers();
    const response = await newest(request, { params: Promise.resolve({ slug: slug.toUpperCase() }) });
    expect([response.status, response.headers.get('location')]).toEqual([308, `/a/${slug}`]);
  });
});

test('nothing public reads a live row: with every other table gone, the pages stay the same to the byte', async () => {
  const asked = [...pages, ...data].map(([, one]) => filled(one));
  const read = async () => {
    vi.resetModules(); // forgets every page drawn so far
    const { front } = await handlers();
    const texts = await Promise.all(asked.map(async (one) => (await ask(one)).text));
    return [
      ...texts,
      await (
        await front(new Request('http://localhost:3000/published', { headers: { host: 'localhost:3000' } }))
      ).text(),
    ];
  };
  const before = await read();
  const tables = await database().read.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob 'search_*' and name not in ('editions', 'withdrawals', 'confirmations')`,
  );
  // foreign keys would forbid it one by one
  await database()
    .client.execute('PRAGMA foreign_keys = OFF')
    .catch(() => null);
  for (const { name } of tables)
    await database().write((tx) =>
      tx.run(sql`alter table ${sql.identifier(name)} rename to ${sql.identifier(`gone_${name}`)}`),
    );
  expect(await read()).toEqual(before);
});
