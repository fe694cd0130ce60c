import { expect, type Page, test } from '@playwright/test';
import { sampleText } from '../checking';
import { openSite, type Site } from '../formats/outgoing/site';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';

const title = 'Saltmere ferry counts its passengers';
let words = sampleText;
let status = 200;
let site: Site;
let desk: Desk;
let reviewer: Colleague;
let id: string;
test.beforeAll(async () => {
  site = await openSite(({ url }, response) => {
    const found = url === '/ferry' ? status : 404;
    response.writeHead(found, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${title}\n\n${words}`);
  });
  desk = await openDesk({ STET_FETCH_ALLOW: site.place });
  reviewer = await desk.join('reviewer', 'Rena Okafor');
  const { value } = await reviewer.call('importArticle', { body: { format: 'url', url: `${site.origin}/ferry` } });
  id = value.id;
});
test.afterAll(async () => {
  await desk.close();
  await site.close();
});
test.beforeEach(async ({ page }) => signIn(page, reviewer));

const watch = (page: Page) => page.getByRole('region', { name: 'Watch this address' });
const checkNow = (page: Page) => watch(page).getByRole('button', { name: 'Check now' }).click();

test('an address is watched, and looked at when somebody asks', async ({ page }) => {
  await page.goto(desk.at(`/articles/${id}`));
  await page.getByRole('button', { name: 'This article' }).click();
  await page.getByRole('menuitem', { name: 'Article details…' }).click();
  await expect(watch(page).getByText('Not checked yet')).toBeVisible();
  await watch(page).getByLabel('Watch this address').selectOption('Every day');
  await expect.poll(async () => (await reviewer.call('readWatch', { params: { id } })).value.every).toBe('daily');
  await checkNow(page);
  await expect(watch(page).getByRole('status')).toHaveText(/^Checked .*: unchanged$/);
  status = 503;
  await checkNow(page);
  await expect(watch(page).getByRole('status')).toHaveText(/The site answered with an error of its own \(503\)/);
  status = 200;
  await watch(page).getByLabel('Watch this address').selectOption('Off');
  await expect.poll(async () => (await reviewer.call('readWatch', { params: { id } })).value.every).toBeNull();
});

test('a text that changed there waits on the desk, shows what differs, and is dismissed for good', async ({ page }) => {
  const before = sampleText.split('\n').at(-1)!;
  const after = before.replace('1974', '1947');
  words = sampleText.replace(before, after);
  await reviewer.call('checkWatch', { params: { id } });
  await page.goto(desk.at('/'));
  const row = page.getByRole('listitem').filter({ hasText: 'Changed at its address' });
  await expect(row).toContainText(title);
  await row.getByRole('link').click();
  await expect(watch(page).getByText('What stands there now is not what was checked')).toBeVisible();
  await expect(watch(page).getByText(before)).toBeVisible();
  await expect(watch(page).getByText(after)).toBeVisible();
  await watch(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(watch(page).getByText('What stands there now is not what was checked')).toBeHidden();
  await checkNow(page);
  await expect(watch(page).getByRole('status')).toHaveText(/: unchanged$/);
  await page.goto(desk.at('/'));
  await expect(page.getByText('Changed at its address')).toBeHidden();
});

test('a text that changed there becomes the newest revision', async ({ page }) => {
  words = sampleText.replace('41,200', '39,000');
  await reviewer.call('checkWatch', { params: { id } });
  await page.goto(desk.at(`/articles/${id}#details`));
  await watch(page).getByRole('button', { name: 'Make it revision 2' }).click();
  await expect(page.getByRole('heading', { name: 'What revision 2 did to the claims' })).toBeVisible();
  await page.goto(desk.at(`/articles/${id}`));
  await expect(page.locator('.article-text')).toContainText('39,000 passengers');
  const { value } = await reviewer.call('readArticle', { params: { id } });
  expect(value.revision.number).toBe(2);
  expect((await reviewer.call('readWatch', { params: { id } })).value.found).toBeNull();
});
