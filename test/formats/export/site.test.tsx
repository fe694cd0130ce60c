import { unzipSync } from 'fflate';
import { JSDOM, VirtualConsole } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesOf } from '@/components/reader/edition-site';
import { canonical } from '@/domain/canonical';
import { claimsOf, digestOfEdition, type EditionClaim, type Payload } from '@/domain/edition';
import { readerAssets } from '@/formats/export/assets';
import { exportDocuments } from '@/formats/export/documents';
import { claimTells, editionTells } from '@/formats/export/page-tells';
import { type SiteFile, siteOf } from '@/formats/export/site';
import { zipOf } from '@/formats/export/zip';
import { concluded, published } from '@/test/builders/edition';
import { longMaterial } from '@/test/builders/long-article';
import { withdrawn } from '@/test/builders/withdrawn';

const origin = 'https://desk.example';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function siteFor(payload: Payload): Promise<SiteFile[]> {
  const digest = digestOfEdition(payload);
  const edition = { payload, digest, later: [], css: `/assets/${readerAssets().css.name}` };
  const tells = {
    edition: editionTells(payload, origin, 'Checked.'),
    ofClaim: (claim: EditionClaim) => claimTells(payload, claim, origin),
  };
  return siteOf({ payload, digest, origin, pages: await pagesOf(edition, tells) });
}

const payload = published(longMaterial());
let files: SiteFile[];
let byPath: Map<string, string>;
beforeAll(async () => {
  files = await siteFor(payload);
  byPath = new Map(files.map(({ path, bytes }) => [path, text(bytes)]));
});
const pageAt = (path: string) => new JSDOM(byPath.get(path)).window.document;
const pages = () => [...byPath.keys()].filter((path) => path.endsWith('.html'));

describe('an exported edition', () => {
  test('holds the edition, each claim, the record to the byte, and every export', () => {
    const expected = [
      'index.html',
      'payload.json',
      'verify.html',
      'verify.js',
      'README.md',
      ...exportDocuments.map(({ name }) => name),
      ...claimsOf(payload).map(({ k }) => `claims/${k}.html`),
      ...readerAssets().all.map(({ name }) => `assets/${name}`),
    ];
    expect(files.map(({ path }) => path)).toEqual(expected.sort());
    expect(byPath.get('payload.json')).toBe(canonical(payload));
  });

  test('needs no server: whatever a page loads stands beside it, and every link leads somewhere', () => {
    for (const path of pages()) {
      const page = pageAt(path);
      const loaded = [...page.querySelectorAll('link[rel=stylesheet], script[src], img')].map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
      );
      expect(loaded.length).toBeGreaterThan(0);
      const followed = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!);
      for (const address of [...loaded, ...followed]) {
        if (/^(https?:|mailto:|#)/.test(address)) continue;
        const { pathname } = new URL(address, `file:///${path}`);
        expect([path, address, byPath.has(pathname.slice(1))]).toEqual([path, address, true]);
      }
      for (const address of loaded) expect(address).not.toMatch(/^https?:/);
    }
  });

  test('names the published page as the one to find, and leads to it for what is not in the folder', () => {
    const page = pageAt('claims/3.html');
    const canonicalOf = page.querySelector('link[rel=canonical]')?.getAttribute('href');
    expect(canonicalOf).toBe('https://desk.example/a/harbour-record/claims/3');
    expect(page.querySelector('a.desk')?.getAttribute('href')).toBe('https://desk.example/');
    expect(page.querySelector('.kicker a')?.getAttribute('href')).toBe('../index.html');
  });

  test('leads from a page of a claim to its place in the article', () => {
    const ways = [...pageAt('claims/3.html').querySelectorAll('.ways a')].map((link) => link.getAttribute('href'));
    expect(ways).toEqual(['../claims/2.html', '../claims/4.html', '../index.html#claim-3']);
    expect(pageAt('index.html').querySelector('#claim-3')).not.toBeNull();
  });

  test('has no script but the one that verifies', () => {
    for (const path of pages().filter((each) => each !== 'verify.html')) {
      const scripts = [...pageAt(path).querySelectorAll('script')].map(({ type }) => type);
      expect(scripts.every((type) => type === 'application/ld+json')).toBe(true);
    }
  });

  test('is the same archive each time, byte for byte, and unpacks to its files', async () => {
    const archive = zipOf('harbour-record-1', files);
    expect(zipOf('harbour-record-1', await siteFor(published(longMaterial())))).toEqual(archive);
    const unpacked = unzipSync(archive);
    expect(Object.keys(unpacked)).toEqual(files.map(({ path }) => `harbour-record-1/${path}`));
    for (const { path, bytes } of files) {
      expect([path, Buffer.compare(unpacked[`harbour-record-1/${path}`]!, bytes)]).toEqual([path, 0]);
    }
  });
});

describe('the page that verifies', () => {
  type Told = { verdict: string; holds: string | undefined; digest: string; claims: string };

  /** Opens verify.html with its script, with another record in it if one is given, and waits for what it says. */
  async function opened(record?: string): Promise<Told> {
    const dom = new JSDOM(byPath.get('verify.html'), {
      runScripts: 'outside-only',
      virtualConsole: new VirtualConsole(),
    });
    const { document } = dom.window;
    Object.defineProperty(dom.window, 'crypto', { value: crypto });
    Object.assign(dom.window, { TextEncoder, Uint8Array });
    if (record !== undefined) document.getElementById('record')!.textContent = record;
    dom.window.eval(byPath.get('verify.js')!);
    const verdict = document.getElementById('verdict')!;
    for (let tries = 0; verdict.dataset.holds === undefined && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const words = (id: string) => document.getElementById(id)?.textContent ?? '';
    return {
      verdict: words('verdict'),
      holds: verdict.dataset.holds,
      digest: words('digest'),
      claims: words('claims'),
    };
  }

  test('computes the digest that the desk published', async () => {
    expect(await opened()).toMatchObject({ holds: 'true', digest: digestOfEdition(payload), claims: '12' });
  });

  test('finds any byte of the record that was changed', async () => {
    const record = canonical(payload);
    for (const [from, to] of [
      ['41,200', '41,201'],
      ['"Ada Reyes"', '"Eda Reyes"'],
      [payload.claims[4]!.hash, payload.claims[5]!.hash],
      ['"number":1,', '"number":2,'],
    ] as const) {
      expect(record).toContain(from);
      expect(await opened(record.replace(from, to))).toMatchObject({ holds: 'false' });
    }
    const changed = await opened(record.replace('"statement":"The port of', '"statement":"A port of'));
    expect(changed.verdict).toContain('Claim 1 is not what its hash is of.');
  });

  test('verifies an edition of which a claim was withdrawn', async () => {
    const told = await opened(canonical(withdrawn(payload, 3)));
    expect(told).toMatchObject({ holds: 'true', digest: digestOfEdition(payload) });
    expect(told.claims).toBe('12, of which 1 withdrawn: only their hashes are left');
  });

  test('recomputes what the approval of a conclusion belongs to', async () => {
    const whole = published(longMaterial({ conclusion: concluded('Most of it holds.') }));
    expect((await opened(canonical(whole))).verdict).toContain('Every claim is what its hash is of');
    const changed = canonical(whole).replace('Most of it holds.', 'None of it holds.');
    expect(await opened(changed)).toMatchObject({
      holds: 'false',
      verdict: 'The conclusion is not what was approved.',
    });
  });

  test('says so when it is given something else', async () => {
    expect(await opened('no record')).toMatchObject({
      holds: 'false',
      verdict: expect.stringContaining('cannot be read'),
    });
  });

  test('holds its record in a way that nothing in it can end', async () => {
    const claim = claimsOf(payload)[0]!;
    const hostile = {
      ...payload,
      frame: { ...payload.frame, article: { ...payload.frame.article, title: '</script><script>x' } },
    };
    const verify = (await siteOf({ payload: hostile, digest: 'd', origin, pages: [] })).find(
      ({ path }) => path === 'verify.html',
    )!;
    const { document } = new JSDOM(text(verify.bytes)).window;
    expect(document.querySelectorAll('script')).toHaveLength(2);
    expect(JSON.parse(document.getElementById('record')!.textContent!).claims[0].claim.k).toBe(claim.k);
  });
});
