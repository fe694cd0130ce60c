import { expect, type Page, test } from '@playwright/test';
import { createElement } from 'react';
import { prerender } from 'react-dom/static';
import { EditionPage } from '@/components/reader/edition-page';
import { claimsOf } from '@/domain/edition';
import { readerAssets } from '@/formats/export/assets';
import type { Checking } from '@/test/builders/checked';
import { candidate, contentWith, material, published } from '@/test/builders/edition';
import { longMaterial, longText } from '@/test/builders/long-article';
import { value } from '@/test/desk';
import { hostile } from '@/test/fixtures/hostile';
import { objectionsInBoth } from './desk/accessible';
import { underCheck, workOnServedDesk } from './editions/desk';

let at: Checking;
let path: string;
const failures: string[] = [];

test.beforeAll(async () => {
  workOnServedDesk();
  at = await underCheck({
    text: longText,
    rights: 'own',
    title: 'Harbour claims a record as a rival’s lock stands broken',
  });
  path = `/a/${at.article.slug}`;
  for (const { place, content } of claimsOf(published(longMaterial({ article: { rights: 'own' } })))) {
    const { statement, rationale } = content;
    const about = place ? undefined : ('article' as const);
    await at.approved(place?.exact ?? null, { statement, rationale, verdict: content.verdict!.key, about });
  }
  value(await at.publish());
});

test.beforeEach(({ page }) => {
  failures.length = 0;
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('dialog', () => failures.push('a dialog opened'));
});
test.afterEach(() => expect(failures).toEqual([]));

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [1440, 390]) {
  test(`every public page is free of faults, light and dark, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [path, `${path}/1`, `${path}/claims/3`, '/']) {
      await page.goto(address);
      if (address === path) await page.getByText('Show only some verdicts').click();
      expect(await objectionsInBoth(page)).toEqual([]);
    }
  });
}

test('no public page is wider than its window, from the narrowest phone to a wall', async ({ page }) => {
  for (const width of [320, 390, 768, 1024, 1440, 3840]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [path, `${path}/claims/3`, '/']) {
      await page.goto(address);
      expect(await overflow(page), `${address} at ${width}`).toBe(0);
    }
  }
});

test('goes from a claim’s words to its note and back, by keyboard', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('link', { name: 'claim 7, misleading' }).focus();
  await page.keyboard.press('Enter');
  const note = page.locator('#claim-7');
  await expect(note).toBeInViewport();
  expect(await note.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await page.keyboard.press('Tab');
  await expect(note.locator('a.k')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#ref-7')).toBeInViewport();
});

test('a citation leads to its evidence', async ({ page }) => {
  await page.goto(path);
  await page.locator('#claim-1').getByRole('link', { name: 'evidence 1' }).click();
  await expect(page.locator('#claim-1-evidence-1')).toBeInViewport();
});

test('on a wide screen no note covers another or the words', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const boxes = await page.locator('.columns .note, .columns .text').evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom, note: element.classList.contains('note') };
    }),
  );
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  const [words, notes] = [boxes.find(({ note }) => !note)!, boxes.find(({ note }) => note)!];
  expect(notes.left).toBeGreaterThan(words.right);
  expect(Math.abs(notes.top - words.top)).toBeLessThan(8);
});

test('on a phone a note stands right under its paragraph', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const paragraph = await page
    .locator('.block', { has: page.locator('#claim-9') })
    .locator('.text')
    .boundingBox();
  const note = await page.locator('#claim-9').boundingBox();
  expect(note!.y).toBeGreaterThanOrEqual(paragraph!.y + paragraph!.height);
  expect(note!.y - paragraph!.y - paragraph!.height).toBeLessThan(60);
});

test('prints in ink, with every address written out and no note torn', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(path);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 26, 23)');
  const link = page.locator('.evidence a').first();
  expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(
    'https://port.example',
  );
  expect(
    await page
      .locator('.note')
      .first()
      .evaluate((element) => getComputedStyle(element).breakInside),
  ).toBe('avoid');
});

test('works with scripts switched off', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('link', { name: 'claim 3, false' }).click();
  await expect(page).toHaveURL(/#claim-3$/);
  await context.close();
});

test('shows only the verdicts that a reader ticks, or the article alone, and says what is hidden, without scripts', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(path);
  const [notes, marks] = [page.locator('.note'), page.locator('mark')];
  const all = await notes.count();
  const washed = () =>
    marks.evaluateAll(
      (found) => found.filter((one) => getComputedStyle(one).textDecorationLine === 'underline').length,
    );
  await expect(notes.filter({ visible: true })).toHaveCount(all);

  await page.getByText('Show only some verdicts').click();
  await page.getByRole('checkbox', { name: 'True 3', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(notes.filter({ visible: true })).toHaveCount(3);
  await expect(page.getByRole('link', { name: /^claim \d+, true$/ })).toHaveCount(3);
  await expect(page.getByRole('link', { name: 'claim 3, false' })).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText(
    'Shown below, as you chose: 3 true; the notes on all other claims are hidden.',
    {
      useInnerText: true,
    },
  );
  await expect(page.locator('.counts')).toContainText('1 false, 1 mostly false');

  await page.locator('.lines').getByRole('link').nth(2).click(); // a link leads to what is hidden too
  await expect(page.locator('#claim-3')).toBeInViewport();

  await page.getByRole('checkbox', { name: 'The article without annotations' }).check();
  await page.goto(`${path}#article`);
  await expect(notes.filter({ visible: true })).toHaveCount(0);
  expect(await washed()).toBe(0);
  await expect(page.getByRole('status')).toContainText('The article is shown without annotations', {
    useInnerText: true,
  });
  await context.close();
});

/** A page on which every text is one of these: each a claim's, the longest the article's. */
const drawn = async (texts: string[]): Promise<string> => {
  const claims = texts.map((text, i) => {
    const evidence = contentWith().evidence.map((item) => ({
      ...item,
      quote: text,
      locator: text,
      source: { ...item.source, title: text, publisher: text },
    }));
    const claimant = { name: text, type: 'person', role: text, sameAs: null };
    return candidate(String(i).padStart(3, '0'), {
      content: { statement: text, rationale: text, evidence, claimant },
      overrideReason: text,
    });
  });
  const [longest = ''] = [...texts].sort((a, b) => b.length - a.length);
  const article = { title: longest, publication: longest, byline: longest };
  const payload = published(material({ article, claims }));
  const css = `/assets/${readerAssets().css.name}`;
  const { prelude } = await prerender(createElement(EditionPage, { payload, digest: '0', later: [], css }));
  return new Response(prelude).text();
};

test('hostile text runs nothing and breaks no layout', async ({ page }) => {
  let html = '';
  await page.route('**/hostile', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const many = 16;
  for (let from = 0; from < hostile.length; from += many) {
    const texts = hostile.slice(from, from + many);
    html = await drawn(texts);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/hostile');
      expect(await overflow(page), texts.join('\n')).toBe(0);
      await expect(page.locator('.note')).toHaveCount(texts.length);
    }
  }
  expect(asked.filter((pathname) => pathname !== '/hostile' && !pathname.startsWith('/assets/'))).toEqual([]);
});
