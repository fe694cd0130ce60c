import { expect, test } from '@playwright/test';
import { withdraw } from '@/db/editions/withdraw';
import { may, value } from '@/test/desk';
import { objectionsInBoth } from './desk/accessible';
import { signIn, underCheck, workOnServedDesk } from './editions/desk';

test.beforeAll(workOnServedDesk);

const reason = 'The source took its table back.';

/** An article with three editions; the second changed a verdict, the third corrected a rationale. */
async function threeEditions() {
  const at = await underCheck();
  const first = await at.approved('41,200 containers', { statement: 'The port handled 41,200 containers.' });
  await at.approved('300 people', { statement: 'The terminal will employ 300 people.' });
  value(await at.publish());
  await at.edit(first, { verdict: 'false', rationale: 'The table of the port authority was read wrongly [1].' });
  await at.approve(first);
  value(await at.publish({ note: 'We had read the wrong line of the table.' }));
  await at.edit(first, { rationale: 'The table of the port authority was read wrongly: line 3, not line 2 [1].' });
  await at.approve(first);
  value(await at.publish({ note: 'The line of the table is named now.', tier: 'correction' }));
  return at;
}

test('an editor withdraws a claim: asked first, in words that say what will happen, and readers see it at once', async ({
  page,
}) => {
  const at = await threeEditions();
  const address = `/a/${at.article.slug}`;
  await signIn(page, at.editor);
  await page.goto(`/articles/${at.article.id}/publish`);
  await page.getByRole('button', { name: 'Withdraw claim 2' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Withdraw claim 2?' });
  await expect(dialog).toContainText('at once and for good. This cannot be undone.');
  await dialog.getByRole('button', { name: 'Withdraw claim 2' }).click();
  await expect(dialog.getByText('Write the reason first.')).toBeVisible();
  await dialog.getByLabel('Reason for readers').fill(reason);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await (await page.request.get(`${address}/2`)).text()).toContain('300 people');

  await page.getByRole('button', { name: 'Withdraw claim 2' }).click();
  await expect(dialog.getByLabel('Reason for readers')).toHaveValue(reason);
  await dialog.getByRole('button', { name: 'Withdraw claim 2' }).click();
  await expect(page.getByRole('list', { name: 'Published claims' })).toContainText(reason);
  await expect(page.getByRole('button', { name: 'Withdraw claim 2' })).toHaveCount(0);
  await expect(page.getByText('Claim 2 was withdrawn and never goes out again.')).toBeVisible();
  for (const path of ['', '/1', '/3.json', '/claims/2', '/record']) {
    const text = await (await page.request.get(`${address}${path}`)).text();
    expect([path, text.includes(reason), text.includes('300 people')]).toEqual([path, true, false]);
  }
});

test('an editor withdraws an edition, which a reviewer may not', async ({ page }) => {
  const at = await threeEditions();
  await signIn(page, at.reviewer);
  await page.goto(`/articles/${at.article.id}/publish`);
  await expect(page.getByRole('list', { name: 'Editions' })).toContainText('Edition 2');
  await expect(page.getByRole('button', { name: /^Withdraw/ })).toHaveCount(0);
  await signIn(page, at.editor);
  await page.goto(`/articles/${at.article.id}/publish`);
  await page.getByRole('button', { name: 'Withdraw edition 3' }).click();
  await page.getByRole('alertdialog').getByLabel('Reason for readers').fill(reason);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw edition 3' }).click();
  await expect(page.getByRole('list', { name: 'Editions' })).toContainText(reason);
  await page.goto(`/a/${at.article.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 3 of this fact check was withdrawn');
  await expect(page.getByText(reason)).toBeVisible();
});

test('a reader goes from an edition to the record and to what any two editions differ in, without script', async ({
  browser,
}) => {
  const at = await threeEditions();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/a/${at.article.slug}/1`);
  await expect(page.getByRole('complementary', { name: 'A newer edition' })).toContainText('A verdict has changed');
  await expect(page.getByRole('region', { name: 'Since this edition' })).toContainText('The line of the table');
  await page.getByRole('link', { name: 'Every edition, correction and withdrawal' }).click();
  await page.getByRole('link', { name: 'Compare edition 1 with another' }).click();
  await page.getByRole('link', { name: 'What differs between editions 1 and 3' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toContainText(['Claim 1: verdict']);
  await expect(page.locator('del').first()).toContainText('True');
  await context.close();
});

for (const width of [1440, 390]) {
  test(`record, comparison and notices are free of faults, light and dark, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const at = await threeEditions();
    value(await withdraw(may('publish', at.editor.actor), at.article.id, { claim: 2, reason }));
    value(await withdraw(may('publish', at.editor.actor), at.article.id, { edition: 2, reason }));
    const address = `/a/${at.article.slug}`;
    for (const path of ['', '/1', '/2', '/claims/2', '/embed', '/record', '/record/1', '/record/1/3', '/record/9']) {
      await page.goto(`${address}${path}`);
      expect([path, await objectionsInBoth(page)]).toEqual([path, []]);
      await page.setViewportSize({ width: 320, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, wide <= 320]).toEqual([path, true]);
      await page.setViewportSize({ width, height: 900 });
      if (process.env.STET_LOOK)
        await page.screenshot({
          path: `${process.env.STET_LOOK}/${width}${path.replaceAll('/', '_')}.png`,
          fullPage: true,
        });
    }
  });
}
