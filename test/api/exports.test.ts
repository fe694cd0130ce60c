import { sql } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { verifyEditions } from '@/db/editions/verify';
import { editions } from '@/db/schema';
import { canonical } from '@/domain/canonical';
import type { Payload } from '@/domain/edition';
import { type Checking, checking } from '@/test/builders/checked';
import { withdrawal, withdrawn } from '@/test/builders/withdrawn';
import { openDesk, value } from '@/test/desk';
import { atomFaults } from '@/test/formats/export/atom-grammar';
import { jsonFeedFaults } from '@/test/formats/export/json-feed';
import { handlerFor } from './handlers';

const host = 'localhost:3000';
const origin = `http://${host}`;

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let slug: string;

beforeAll(async () => {
  desk = await openDesk();
  at = await checking();
  slug = at.article.slug;
  const first = await at.approved('41,200 containers', {
    statement: 'Port Ellery handled 41,200 containers in March.',
  });
  await at.approved('300 people', { statement: 'The terminal will employ 300 people.', verdict: 'not-checkable' });
  value(await at.publish());
  await at.edit(first, { verdict: 'false' });
  await at.approve(first);
  value(await at.publish({ note: 'The table was read wrongly.' }));
});
afterAll(() => desk.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const url = new URL(path, origin);
  const found = await handlerFor('GET', url.pathname);
  if (!found?.handler) throw new Error(`Nothing answers ${path}`);
  const request = new Request(url, { headers: { host, ...headers } });
  const response = await found.handler(request, { params: Promise.resolve(found.params) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, text: strFromU8(bytes), header: (name: string) => response.headers.get(name) };
}
const json = async <T>(path: string): Promise<T> => JSON.parse((await ask(path)).text) as T;

const ofEdition = [
  'claimreview.json',
  'annotations.jsonld',
  'averitec.json',
  'claims.csv',
  'edition.md',
  'edition.zip',
];
const ofClaim = ['claimreview.json', 'annotations.jsonld', 'card.png'];
const documents = () => [
  ...['', '/1', '/2'].flatMap((n) => ofEdition.map((name) => `/a/${slug}${n}/${name}`)),
  ...['', '/1', '/2'].flatMap((n) => ofClaim.map((name) => `/a/${slug}${n}/claims/1/${name}`)),
];
const embeds = () => [
  `/a/${slug}/embed`,
  `/a/${slug}/1/embed`,
  `/a/${slug}/claims/1/embed`,
  `/a/${slug}/2/claims/2/embed`,
];
const general = ['/feed.atom', '/feed.json', '/sitemap.xml', '/robots.txt', '/verifying'];

describe('every document', () => {
  test('is there for the newest and for each numbered edition, with a media type and for any page of the world', async () => {
    for (const path of documents()) {
      const { response, header } = await ask(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(header('content-type')).toMatch(
        path.endsWith('.zip')
          ? /^application\/zip$/
          : /^(application\/(ld\+)?json|text\/(csv|markdown); charset=utf-8|image\/png)/,
      );
      expect(header('access-control-allow-origin')).toBe('*');
      expect(header('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
      expect(header('cache-control')).toBe(
        /\/[12]\//.test(path.replace('claims/1', '')) ? 'public, max-age=60' : 'public, no-cache',
      );
    }
  });

  test('is kept under the name of its edition, where it is an archive', async () => {
    const { header } = await ask(`/a/${slug}/1/edition.zip`);
    expect(header('content-disposition')).toBe(`attachment; filename*=UTF-8''${slug}-1.zip`);
  });

  test('is not sent again to whoever has it', async () => {
    for (const path of [...documents(), ...embeds(), ...general]) {
      const etag = (await ask(path)).header('etag') ?? '';
      const { response, bytes } = await ask(path, { 'If-None-Match': etag });
      expect([path, response.status, bytes.length]).toEqual([path, 304, 0]);
    }
  });

  test('holds no other text of an excerpt', async () => {
    for (const path of [...documents(), ...embeds()]) {
      const { bytes, text } = await ask(path);
      const files = path.endsWith('.zip')
        ? Object.entries(unzipSync(bytes)).map(([name, file]) => (name.endsWith('woff2') ? '' : strFromU8(file)))
        : [text];
      for (const file of files) {
        expect(file).not.toContain('Nobody disputed the figure');
        expect(file).not.toContain('half of that');
      }
    }
  });
});

describe('a claim’s ClaimReview', () => {
  test('is one, on its page and as a document, with the address to share', async () => {
    const review = await json<{ '@type': string; url: string; reviewRating: object }>(
      `/a/${slug}/claims/1/claimreview.json`,
    );
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      url: `${origin}/a/${slug}/claims/1`,
      reviewRating: { alternateName: 'False', ratingValue: 1 },
    });
    const { text } = await ask(`/a/${slug}/claims/1`);
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(data ?? '')).toEqual(review);
  });

  test('is none where the verdict is no finding of fact', async () => {
    expect((await ask(`/a/${slug}/claims/2`)).text).not.toContain('<script');
    expect(await json(`/a/${slug}/claims/2/claimreview.json`)).toMatchObject({ '@graph': [] });
    expect(await json(`/a/${slug}/claimreview.json`)).toMatchObject({ '@graph': [{ '@type': 'ClaimReview' }] });
  });

  test('of a numbered edition stays what that edition found', async () => {
    expect(await json(`/a/${slug}/1/claims/1/claimreview.json`)).toMatchObject({ reviewRating: { ratingValue: 5 } });
  });
});

describe('the feeds', () => {
  test('hold every edition, the latest first, each under an id that never changes', async () => {
    const feed = await json<{ items: { id: string; url: string; title: string; content_text: string }[] }>(
      '/feed.json',
    );
    expect(jsonFeedFaults(feed)).toEqual([]);
    expect(feed.items.map(({ url }) => url)).toEqual([`${origin}/a/${slug}/2`, `${origin}/a/${slug}/1`]);
    expect(feed.items[0]).toMatchObject({
      title: 'A verdict has changed: Harbour claims a record',
      content_text: 'The table was read wrongly.\n\n2 claims checked: 1 false and 1 not checkable.',
    });
    const rows = await database().read.select({ id: editions.id }).from(editions);
    expect(feed.items.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => `urn:uuid:${id}`).sort());
    const { text } = await ask('/feed.atom');
    expect(atomFaults(text)).toEqual([]);
    for (const { id } of feed.items) expect(text).toContain(`<id>${id}</id>`);
  });

  test('are announced by the pages', async () => {
    for (const path of [`/a/${slug}`, '/published']) {
      const { text } = await ask(path);
      expect(text).toContain(`<link rel="alternate" type="application/atom+xml" href="${origin}/feed.atom"`);
      expect(text).toContain(`<link rel="alternate" type="application/feed+json" href="${origin}/feed.json"`);
    }
  });

  test('go on from any edition', async () => {
    const { items } = await json<{ items: { id: string }[] }>('/feed.json');
    const rest = await json<{ items: { id: string }[] }>(`/feed.json?before=${items[0]!.id.replace('urn:uuid:', '')}`);
    expect(rest.items).toEqual(items.slice(1));
  });
});

test('the sitemap names each article and each of its claims, and robots are told of it', async () => {
  const { text } = await ask('/sitemap.xml');
  const places = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(places).toEqual(['', '/claims/1', '/claims/2'].map((rest) => `${origin}/a/${slug}${rest}`));
  expect((await ask('/sitemap.xml?part=1')).text).toBe(text);
  for (const part of ['0', '2', 'x']) expect((await ask(`/sitemap.xml?part=${part}`)).response.status).toBe(404);
  expect((await ask('/robots.txt')).text).toContain(`Sitemap: ${origin}/sitemap.xml`);
});

describe('an embed', () => {
  test('may be framed by any page, holds no script, and leads back', async () => {
    for (const path of embeds()) {
      const { response, text, header } = await ask(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(header('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors \*$/);
      expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
      expect(text).toContain(`href="${origin}/a/${slug}`);
    }
  });

  test('of an older edition says that a verdict has changed', async () => {
    expect((await ask(`/a/${slug}/1/embed`)).text).toContain('A verdict has changed since.');
    expect((await ask(`/a/${slug}/embed`)).text).not.toContain('A verdict has changed since.');
  });

  test('is the only page that may be framed', async () => {
    for (const path of [`/a/${slug}`, `/a/${slug}/1`, `/a/${slug}/claims/1`, '/verifying', '/published']) {
      expect((await ask(path)).header('content-security-policy')).toMatch(/frame-ancestors 'none'$/);
    }
  });
});

describe('oEmbed', () => {
  const asked = (url: string, more = '') => ask(`/oembed?url=${encodeURIComponent(url)}${more}`);

  test('answers for an edition and for a claim with a frame of it', async () => {
    const whole = JSON.parse((await asked(`${origin}/a/${slug}`)).text);
    expect(whole).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 480, provider_name: 'The desk' });
    expect(whole.html).toContain(`src="${origin}/a/${slug}/embed"`);
    const claim = JSON.parse(
      (await asked(`${origin}/a/${slug}/1/claims/1`, '&format=json&maxwidth=300&maxheight=200')).text,
    );
    expect(claim).toMatchObject({
      width: 300,
      height: 200,
      title: 'True: Port Ellery handled 41,200 containers in March.',
    });
    expect(claim.html).toContain(`src="${origin}/a/${slug}/1/claims/1/embed"`);
  });

  test('is announced by the pages', async () => {
    const { text } = await ask(`/a/${slug}/claims/1`);
    const href = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/
      .exec(text)![1]!
      .replaceAll('&amp;', '&');
    expect((await ask(href.replace(origin, ''))).response.status).toBe(200);
  });

  test.each([
    ['nothing', '/oembed', 400],
    ['XML', `/oembed?format=xml&url=${origin}/a/x`, 501],
    ['another site', '/oembed?url=https://elsewhere.example/a/x', 404],
    ['what is no address', '/oembed?url=a', 404],
    ['an unknown slug', `/oembed?url=${origin}/a/never-written`, 404],
    ['another page of ours', `/oembed?url=${origin}/feed.atom`, 404],
    ['a path that is no text', `/oembed?url=${origin}/a/%25E0%25A4`, 404],
  ])('asked for %s says what is wrong', async (_, path, status) => {
    const { response, text } = await ask(path);
    expect([response.status, text.length > 10]).toEqual([status, true]);
  });

  test('knows no claim, edition or form that there is not', async () => {
    for (const rest of ['/9', '/claims/9', '/claims/one', '/edition.md', '.json', '/1/embed']) {
      expect((await asked(`${origin}/a/${slug}${rest}`)).response.status).toBe(404);
    }
  });
});

describe('where there is nothing', () => {
  test.each([
    '/nonsense.txt',
    '/1/nonsense',
    '/claims/1/claims.csv',
    '/claims/1/edition.zip',
    '/1/claims/1/2/3',
    '/card.png',
  ])('%s gets a page that leads on', async (rest) => {
    const { response, text } = await ask(`/a/${slug}${rest}`);
    expect(response.status).toBe(404);
    expect(text).toContain('href="/"');
  });

  test.each([
    ['/CLAIMS/1', '/claims/1'],
    ['/2/Claims/1/ClaimReview.json', '/2/claims/1/claimreview.json'],
    ['/claims', ''],
    ['/2/claims', '/2'],
    ['.JSON', '.json'],
    ['/FEED', null],
  ])('%s leads to %s for good', async (given, right) => {
    const { response, header } = await ask(`/a/${slug.toUpperCase()}${given}`);
    expect(response.status).toBe(308);
    if (right !== null) expect(header('location')).toBe(`/a/${slug}${right}`);
  });

  test('an address of nothing is not led anywhere', async () => {
    expect((await ask('/a/NEVER-WRITTEN/claims')).response.status).toBe(404);
  });
});

test('changing one byte of any stored edition by hand is found', async () => {
  const rows = await database()
    .read.select({ id: editions.id, number: editions.number, payload: editions.payload })
    .from(editions);
  const put = (id: string, payload: string) =>
    database().write((tx) => tx.run(sql`update ${editions} set payload = ${payload} where id = ${id}`));
  let changed = 0;
  for (const { id, number, payload } of rows) {
    for (let place = 3; place < payload.length; place += 61) {
      const sign = payload[place] === 'x' ? 'y' : 'x';
      const other = payload.slice(0, place) + sign + payload.slice(place + 1);
      const stored = await put(id, other).then(
        () => true,
        () => false,
      );
      if (!stored) continue; // the table itself refuses what is not JSON
      changed += 1;
      expect([place, (await verifyEditions(slug)).broken]).toMatchObject([place, { slug, number }]);
    }
    await put(id, payload);
  }
  expect(changed).toBeGreaterThan(20);
  expect(await verifyEditions(slug)).toMatchObject({ editions: rows.length, broken: null });
});

test('a withdrawn claim leaves notice and reason, and nothing of its words, in every document', async () => {
  const [row] = await database().read.select().from(editions).where(sql`number = 2`);
  const left = withdrawn(JSON.parse(row!.payload) as Payload, 2);
  const put = (payload: string) =>
    database().write((tx) => tx.run(sql`update ${editions} set payload = ${payload} where id = ${row!.id}`));
  await put(canonical(left));
  vi.resetModules(); // forgets every page drawn so far
  for (const name of ofEdition) {
    const { bytes, text } = await ask(`/a/${slug}/2/${name}`);
    const words = name.endsWith('.zip')
      ? Object.entries(unzipSync(bytes))
          .map(([file, content]) => (file.endsWith('woff2') ? '' : strFromU8(content)))
          .join('\n')
      : text;
    expect(words).not.toContain('300 people');
    if (name !== 'claimreview.json') expect(words).toContain(withdrawal.reason);
  }
  await put(row!.payload);
});

test('no export reads a live row: with every other table gone, all stay the same to the byte', async () => {
  const paths = [...documents(), ...embeds(), ...general, `/oembed?url=${encodeURIComponent(`${origin}/a/${slug}`)}`];
  const read = async () => {
    vi.resetModules();
    const answers = [];
    for (const path of paths) answers.push([path, (await ask(path)).header('etag')]);
    return answers;
  };
  const before = await read();
  const tables = await database().read.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob 'search_*'
        and name not in ('editions', 'withdrawals')`,
  );
  for (const { name } of tables) {
    await database().write((tx) =>
      tx.run(sql`alter table ${sql.identifier(name)} rename to ${sql.identifier(`gone_${name}`)}`),
    );
  }
  expect(await read()).toEqual(before);
});
