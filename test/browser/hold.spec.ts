import { expect, test } from '@playwright/test';
import { objectionsInBoth } from './desk/accessible';
import { signIn, underCheck, workOnServedDesk } from './editions/desk';

test.beforeAll(workOnServedDesk);

test('an editor holds an article, sees it on the desk, and lifts the hold, light and dark', async ({ page }) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  await signIn(page, at.editor);
  await page.goto(`/articles/${at.article.id}/publish`);
  await page.getByText('Keep this article from being published').click();
  await page.getByRole('button', { name: 'Hold this article' }).click();
  await expect(page.getByText('Write the reason first.')).toBeVisible();
  await page.getByText('Embargo: until a time').click();
  await expect(page.getByText('Choose a day and a time.')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Until' }).fill('2098-05-06T07:08');
  await page.getByLabel('Reason for the desk').fill('The report is embargoed.');
  await page.getByRole('button', { name: 'Hold this article' }).click();
  const part = page.getByRole('region', { name: 'Hold' });
  await expect(part).toContainText(/Embargo until 6 May 2098.*UTC/);
  await expect(page.getByRole('region', { name: 'Checklist' })).toContainText('The report is embargoed.');
  expect(await objectionsInBoth(page)).toEqual([]);

  await page.goto('/');
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/articles/${at.article.id}"]`) });
  await expect(row.last()).toContainText('Embargo until 6 May 2098: The report is embargoed.');
  expect(await objectionsInBoth(page)).toEqual([]);

  await page.goto(`/articles/${at.article.id}/publish`);
  await page.getByRole('button', { name: 'Publish edition 1' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Lift the hold' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lift the hold' }).click();
  await expect(page.getByText('Keep this article from being published')).toBeVisible();
  await page.getByRole('button', { name: 'Publish edition 1' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 1 is published');
});
