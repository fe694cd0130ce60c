import { expect, type Page, test } from '@playwright/test';
import { sampleArticle } from '@/bin/sample/article';
import { openSite, type Site } from '../formats/outgoing/site';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';

const text = { 'Content-Type': 'text/plain; charset=utf-8' };
let site: Site;
let desk: Desk;
let reviewer: Colleague;
test.beforeAll(async () => {
  site = await openSite(({ url }, response) => {
    if (url === '/slow') return;
    if (url === '/moved') response.writeHead(301, { Location: '/tram' }).end();
    else if (url === '/tram') response.writeHead(200, text).end(sampleArticle);
    else response.writeHead(404, text).end();
  });
  desk = await openDesk({ STET_FETCH_ALLOW: site.place });
  reviewer = await desk.join('reviewer', 'Rena Okafor');
});
test.afterAll(async () => {
  await desk.close();
  await site.close();
});
test.beforeEach(async ({ page }) => {
  await signIn(page, reviewer);
  await page.goto(desk.at('/articles/new'));
});

const address = (page: Page) => page.getByLabel('Or from a web address');
const pasted = (page: Page) => page.getByLabel('Text of the article');
const heading = (page: Page) => page.getByRole('heading', { name: /paragraph/ });

test('an article is brought in by its address, with the keyboard alone', async ({ page }) => {
  await address(page).focus();
  await page.keyboard.type(`${site.origin}/moved`);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('21 paragraphs, 6 lines set aside');
  await expect(heading(page)).toBeFocused();
  await expect(page.getByLabel('Address of the original')).toHaveValue(`${site.origin}/tram`);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/articles\/(?!new)/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { value } = await reviewer.call('readArticle', { params: { id } });
  expect(value).toMatchObject({ url: `${site.origin}/tram`, publication: 'The Larkmoor Courier' });
});

test('reading shows where it reads from, and is cancelled by a key', async ({ page }) => {
  await address(page).fill(`${site.origin}/slow`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `Reading from ${site.place}` })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Reading from/)).toBeHidden();
  await expect(address(page)).toBeFocused();
  await expect(address(page)).toHaveValue(`${site.origin}/slow`);
});

for (const { what, typed, says } of [
  { what: 'is not there', typed: '/gone', says: /There is no page at this address \(404\)/ },
  { what: 'leads inside', typed: 'http://127.0.0.1/', says: /leads into a private network/ },
  { what: 'is none', typed: 'Larkmoor tram', says: /Give a full web address/ },
]) {
  test(`a page that ${what} is refused beside its address, and nothing typed is lost`, async ({ page }) => {
    await pasted(page).fill('What was here before');
    await address(page).fill(typed.startsWith('/') ? `${site.origin}${typed}` : typed);
    await page.getByRole('button', { name: 'Read the page' }).click();
    await expect(address(page)).toHaveAccessibleDescription(says);
    await expect(address(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(pasted(page)).toHaveValue('What was here before');
    await page.reload();
    await expect(address(page)).toHaveValue(typed.startsWith('/') ? `${site.origin}${typed}` : typed);
    await expect(pasted(page)).toHaveValue('What was here before');
  });
}
