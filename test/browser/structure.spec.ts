import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { objectionsTo } from './desk/accessible';
import { approve, claim, publish, submitted, type Text } from './desk/checking';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';

let desk: Desk;
let reviewer: Colleague;
let article: Text;
test.beforeAll(async () => {
  desk = await openDesk();
  reviewer = await desk.join('reviewer', 'Rena Okafor');
  const editor = await desk.join('editor', 'Ed Moss');
  const content = readFileSync('test/fixtures/pages/structured.md', 'utf8');
  article = (await reviewer.call('importArticle', { body: { format: 'markdown', content, rights: 'own' } })).value;
  for (const words of [
    'will cost 4.40 from May, the port board said',
    'Return: 8.00',
    'for islanders 6.00',
    'Fuel costs us a third more',
    '2026 | 4.40',
    'Nobody on the island was asked.',
    'The Petrel leaves Saltmere',
  ]) {
    await approve(editor, await submitted(reviewer, article, words));
  }
  await publish(editor, article);
});
test.afterAll(() => desk.close());

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [1440, 390]) {
  test(`readers get headings, lists, quotations and links as the article has them, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(desk.at(`/a/${article.slug}`));
    const body = page.getByRole('region', { name: 'The article' });
    await expect(body.getByRole('heading', { level: 3, name: 'What changes' })).toBeVisible();
    await expect(body.locator('ol[start="3"] > li')).toHaveCount(2);
    await expect(body.locator('ul > li > ol > li')).toHaveCount(2);
    await expect(body.locator('blockquote blockquote')).toContainText('You said so in 2024');
    await expect(body.locator('mark a').first()).toHaveAttribute('href', 'https://board.example/fares');
    await expect(body.locator('mark strong')).toHaveText('4.40');
    await expect(body.locator('.caption')).toContainText('Lou Hask');
    const edges = await body
      .locator('.note')
      .evaluateAll((notes) => notes.map((note) => Math.round(note.getBoundingClientRect().left)));
    if (width > 960) expect(Math.max(...edges) - Math.min(...edges)).toBeLessThanOrEqual(2);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await objectionsTo(page)).toEqual([]);
    await page.screenshot({ path: `test-results/edition-structure-${width}.png`, fullPage: true });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `test-results/edition-print-${width}.png`, fullPage: true });
  });

  test(`the desk reads the same, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, reviewer);
    await claim(reviewer, article, 'dogs');
    await page.goto(desk.at(`/articles/${article.id}`));
    const text = page.getByRole('textbox', { name: 'Ferry fares to rise by a tenth' });
    await expect(text.getByRole('heading', { level: 2, name: 'What changes' })).toBeVisible();
    await expect(text.locator('ul > li > ol > li')).toHaveCount(2);
    await expect(text.locator('ol[start="3"]')).toBeVisible();
    await expect(text.locator('blockquote blockquote')).toBeVisible();
    await expect(text.locator('mark', { hasText: 'for islanders 6.00' })).toBeVisible();
    expect(await objectionsTo(page, '.article')).toEqual([]);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `test-results/desk-structure-${width}.png`, fullPage: true });
  });
}

test('a selection across a list and a quotation is the words of both', async ({ page }) => {
  await signIn(page, reviewer);
  await page.goto(desk.at(`/articles/${article.id}`));
  await page.getByText('Bicycle: free').click();
  await page.keyboard.press('Home');
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.up('Shift');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('two years ago.');
  await expect(page.getByRole('button', { name: 'Claim', exact: true })).toBeVisible();
  await page.keyboard.press('c');
  await expect
    .poll(async () => {
      const { value } = await reviewer.call('listClaims', { params: { id: article.id } });
      return value.items.map(({ quotes }) => quotes[0]);
    })
    .toContain('Bicycle: free, as before\nFuel costs us a third more than it did two years ago.');
});
