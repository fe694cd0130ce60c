import { expect, type Page, test } from '@playwright/test';
import { objectionsInBoth } from './desk/accessible';

const nowhere = '/nothing-here';
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(251, 250, 247)';
const dark = 'rgb(23, 22, 19)';

for (const width of [1440, 390, 320]) {
  test(`a page that is not there says what to do, light and dark, ${width} px wide`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
    await page.setViewportSize({ width, height: 900 });
    expect((await page.goto(nowhere))?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'Go to the front page' })).toBeVisible();
    expect(await objectionsInBoth(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(refused).toEqual([]);
  });
}

test('the system decides between light and dark, until a person has chosen', async ({ page, context, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(nowhere);
  expect(await paper(page)).toBe(dark);
  await context.addCookies([{ name: 'stet-theme', value: 'light', url: baseURL! }]);
  await page.reload();
  expect(await paper(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await context.addCookies([{ name: 'stet-theme', value: 'dark', url: baseURL! }]);
  const answer = await page.reload();
  expect(await paper(page)).toBe(dark);
  expect(await answer?.text()).toContain('data-theme="dark"');
});

test('the faces come from the desk itself and are the ones drawn', async ({ page, baseURL }) => {
  const fonts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
  await page.goto(nowhere);
  await page.evaluate(() => document.fonts.ready);
  const drawn = await page.evaluate(() =>
    [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family),
  );
  expect(drawn.join()).toMatch(/Source Serif 4.*Source Sans 3|Source Sans 3.*Source Serif 4/);
  expect(fonts.every((url) => url.startsWith(baseURL!))).toBe(true);
});
