import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { claimsOf } from '@/domain/edition';
import type { Checking } from '@/test/builders/checked';
import { published } from '@/test/builders/edition';
import { longMaterial, longText } from '@/test/builders/long-article';
import { value } from '@/test/desk';
import { newFolder } from '@/test/scratch';
import { objectionsInBoth, objectionsTo } from './desk/accessible';
import { underCheck, workOnServedDesk } from './editions/desk';

let at: Checking;
let path: string;
let folder: string;
const origin = () => process.env.STET_TEST_ORIGIN ?? '';

test.beforeAll(async ({ request }) => {
  workOnServedDesk();
  at = await underCheck({ text: longText, rights: 'own', title: 'Harbour claims a record' });
  path = `/a/${at.article.slug}`;
  for (const { place, content } of claimsOf(published(longMaterial({ article: { rights: 'own' } }))).slice(0, 5)) {
    const { statement, rationale } = content;
    await at.approved(place?.exact ?? null, { statement, rationale, verdict: content.verdict!.key });
  }
  value(await at.publish());
  const answer = await request.get(`${path}/1/edition.zip`);
  folder = unpack(await answer.body());
});
test.afterAll(() => rmSync(dirname(folder), { recursive: true }));

/** Unpacks an archive onto the disk and says where its one folder is. */
function unpack(archive: Uint8Array): string {
  const top = newFolder();
  const files = Object.entries(unzipSync(archive));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), bytes);
  }
  return join(top, files[0]![0].split('/')[0]!);
}

const onDisk = (file: string): string => pathToFileURL(join(folder, file)).href;

/** What goes wrong on a page: errors on its console, requests that fail. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => faults.push(request.url()));
  return faults;
}

const looks = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const at = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, fontFamily, fontSize, backgroundColor } = getComputedStyle(element);
      return [element.tagName, x, y, width, height, color, fontFamily, fontSize, backgroundColor].join(' ');
    };
    const fonts = [...document.fonts]
      .filter(({ family, status }) => status === 'loaded' && !family.includes('Fallback'))
      .map(({ family }) => family);
    return { boxes: [...document.querySelectorAll('main *')].map(at), fonts: [...new Set(fonts)].sort() };
  });

test('from disk, without a server, edition and claim look as they do when served', async ({ page, context }) => {
  const faults = faultsOf(page);
  for (const [served, file] of [
    [`${path}/1`, 'index.html'],
    [`${path}/1/claims/2`, 'claims/2.html'],
  ] as const) {
    await page.goto(served);
    const there = await looks(page);
    await context.setOffline(true);
    await page.goto(onDisk(file));
    const here = await looks(page);
    await context.setOffline(false);
    expect(here).toEqual(there);
    expect(here.fonts.length).toBeGreaterThan(1);
  }
  await page.goto(onDisk('index.html'));
  await page.locator('#claim-2').getByRole('link', { name: 'Page of claim 2' }).click();
  await expect(page).toHaveURL(onDisk('claims/2.html'));
  expect(faults).toEqual([]);
});

test('from disk, its page verifies the record, and another that is chosen', async ({ page }) => {
  const faults = faultsOf(page);
  await page.goto(onDisk('verify.html'));
  await expect(page.getByRole('status')).toContainText('It is the edition of this folder.');
  const record = readFileSync(join(folder, 'payload.json'), 'utf8');
  const choose = (text: string) =>
    page
      .getByLabel(/Check a record/)
      .setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose(record.replace('41,200', '41,300'));
  await expect(page.getByRole('status')).toContainText('is not what');
  await choose(record);
  await expect(page.getByRole('status')).toContainText('It is the edition of this folder.');
  expect(faults).toEqual([]);
  // axe itself asks for the stylesheet again, which no page may do from disk
  expect(await objectionsTo(page)).toEqual([]);
});

test('another page may show an embed, without a script, and nothing else of ours', async ({ page }) => {
  const frames = [`${path}/embed`, `${path}/claims/3/embed`, path, `${path}/claims/3`];
  const html = frames.map(
    (one, i) => `<iframe name="f${i}" src="${origin()}${one}" width="320" height="400"></iframe>`,
  );
  const server = createServer((_, response) => response.end(`<!DOCTYPE html><title>A page</title>${html.join('')}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForLoadState('networkidle');
  const shown = await Promise.all([0, 1, 2, 3].map((i) => page.frame(`f${i}`)!.locator('main h1').count()));
  expect(shown).toEqual([1, 1, 0, 0]);
  for (const i of [0, 1]) {
    const frame = page.frame(`f${i}`)!;
    expect(
      await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    const link = frame.getByRole('link', { name: /Evidence and method/ });
    expect(await link.getAttribute('href')).toContain(`${origin()}${path}`);
    expect(await link.getAttribute('target')).toBe('_blank');
  }
  server.close();
});

test('embeds, the guide and what is to be copied are free of faults, light and dark', async ({ page }) => {
  for (const width of [320, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [`${path}/embed`, `${path}/claims/3/embed`, '/verifying', path]) {
      const faults = faultsOf(page);
      await page.goto(address);
      if (address === path) await page.getByText('Cite, embed, download').click();
      expect(await objectionsInBoth(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      expect(faults).toEqual([]);
    }
  }
});

test('the snippet, the forms and the feeds that a page offers are there', async ({ page, request }) => {
  await page.goto(path);
  await page.getByText('Cite, embed, download').click();
  await expect(page.locator('.share pre')).toContainText(`<iframe src="${origin()}${path}/embed"`);
  const offered = await page
    .locator('.share a, link[rel=alternate]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(offered.length).toBeGreaterThan(12);
  for (const href of offered) expect([href, (await request.get(href)).status()]).toEqual([href, 200]);
});

test('a link to a claim is shown with its picture', async ({ page, request }) => {
  await page.goto(`${path}/claims/2`);
  const meta = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute('content');
  expect(await meta('url')).toBe(`${origin()}${path}/claims/2`);
  const picture = await request.get((await meta('image'))!);
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png']);
});

test('addresses are led right through the server too', async ({ request }) => {
  for (const [given, right] of [
    [`${path}/`, path],
    [`${path}/1/`, `${path}/1`],
    [`${path.toUpperCase().replace('/A/', '/a/')}/CLAIMS/2`, `${path}/claims/2`],
    [`${path}/claims`, path],
  ] as const) {
    const answer = await request.get(given, { maxRedirects: 0 });
    expect([given, answer.status()]).toEqual([given, 308]);
    expect(new URL(answer.headers().location!, origin()).pathname).toBe(right);
  }
});
