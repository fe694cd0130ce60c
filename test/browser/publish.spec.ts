import { expect, type Page, test } from '@playwright/test';
import type { Checking } from '@/test/builders/checked';
import { value } from '@/test/desk';
import { objectionsInBoth } from './desk/accessible';
import { signIn, underCheck, workOnServedDesk } from './editions/desk';

test.beforeAll(workOnServedDesk);

/** The publishing page of an article, open before its editor. */
async function open(page: Page, at: Checking): Promise<void> {
  await signIn(page, at.editor);
  await page.goto(`/articles/${at.article.id}/publish`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Publish edition');
}
const publishButton = (page: Page) => page.getByRole('button', { name: /^Publish edition/ });
const preview = (page: Page) => page.frameLocator('iframe[title="Preview of the edition"]');

test('publishes the first edition by keyboard alone and gives its address', async ({ page }) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  await at.draft('300 people', { statement: 'A draft' });
  await open(page, at);
  await expect(page.getByRole('list').filter({ hasText: 'One claim goes out.' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Stays out (1)' })).toContainText('A draft');
  await expect(preview(page).locator('#claim-1')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alertdialog')).toContainText('Publish edition 1?');
  await page.keyboard.press('Tab');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 1 is published');
  await page.getByRole('link', { name: 'Open the edition' }).click();
  await expect(page).toHaveURL(new RegExp(`/a/${at.article.slug}$`));
  await expect(page.locator('#claim-1')).toBeVisible();
});

test('says what is missing, takes a note that survives a reload, and shows it in the preview', async ({ page }) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  value(await at.publish());
  await at.approved('300 people', { statement: 'The terminal will employ 300 people.' });
  await open(page, at);
  await expect(page.getByRole('region', { name: 'What differs from edition 1' })).toContainText('Claim 2 is new.');
  await publishButton(page).click();
  await expect(page.getByRole('region', { name: 'Checklist' })).toBeFocused();
  await expect(page.getByText('Write the note first.')).toBeVisible();
  await page.getByLabel('Note for readers').fill('A second claim was checked.');
  await page.getByLabel(/^Update/).check();
  await expect(preview(page).getByText('A second claim was checked.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Note for readers')).toHaveValue('A second claim was checked.');
  await publishButton(page).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 2' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 2 is published');
  await page.goto(`/articles/${at.article.id}/publish`);
  await expect(page.getByLabel('Note for readers')).toHaveValue('');
});

test('asks of each claim approved before whether it goes out', async ({ page }) => {
  const at = await underCheck();
  const id = await at.approved('41,200 containers', { statement: 'As approved.' });
  await at.edit(id, { statement: 'Half typed' });
  await open(page, at);
  await expect(page.getByText('No claim goes out. Approve at least one.')).toBeVisible();
  const asked = page.getByRole('region', { name: 'Approved before, changed since' });
  await asked.getByLabel('Goes out as last approved').check();
  await expect(page.getByText('One claim goes out.')).toBeVisible();
  await expect(preview(page).getByText('As approved.').first()).toBeVisible();
  await expect(asked.getByRole('link', { name: 'See what changed' })).toHaveAttribute(
    'href',
    `/articles/${at.article.id}#claim-${id}`,
  );
});

test('shows what would be published now when a claim changed under the editor’s eyes', async ({ page }) => {
  const at = await underCheck();
  const id = await at.approved('41,200 containers');
  await open(page, at);
  await at.edit(id, { statement: 'Changed meanwhile.' });
  await at.approve(id);
  await publishButton(page).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).click();
  await expect(page.getByText('Look again before you publish')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Goes out (1)' })).toContainText('Changed meanwhile.');
  await publishButton(page).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 1 is published');
});

test('keeps what was typed when the server cannot be reached, and publishes once it can', async ({ page, context }) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  await open(page, at);
  await expect(preview(page).locator('#claim-1')).toBeVisible();
  await context.setOffline(true);
  await publishButton(page).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).click();
  await expect(page.getByText('The server did not answer')).toBeVisible();
  await context.setOffline(false);
  await publishButton(page).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 1 is published');
});

test('lets a reviewer look and not publish', async ({ page }) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  await signIn(page, at.reviewer);
  await page.goto(`/articles/${at.article.id}/publish`);
  await expect(publishButton(page)).toBeDisabled();
  await expect(page.getByText('Editors and administrators publish.')).toBeVisible();
});

test('the preview is for the desk alone', async ({ page }) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  const answer = await page.goto(`/articles/${at.article.id}/publish/preview`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText('Sign in to the desk')).toBeVisible();
  await signIn(page, at.editor);
  const shown = await page.goto(`/articles/${at.article.id}/publish/preview`);
  expect(shown?.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(shown?.headers()['cache-control']).toBe('no-store');
  expect(await page.locator('script').count()).toBe(0);
});

for (const width of [1440, 390]) {
  test(`the publishing page is free of faults, light and dark, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const at = await underCheck();
    const id = await at.approved('41,200 containers');
    await at.approved('300 people');
    value(await at.publish());
    await at.edit(id, { rationale: 'Otherwise [1].' });
    await at.draft('a record');
    await open(page, at);
    await expect(preview(page).locator('h1')).toBeVisible();
    expect(await objectionsInBoth(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
