import { expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { schedules } from '@/db/schema';
import type { Checking } from '@/test/builders/checked';
import { concluding } from '@/test/builders/concluded';
import { value } from '@/test/desk';
import { expectAccessible, expectAccessibleInBoth } from './desk/accessible';
import { signIn, underCheck, workOnServedDesk } from './editions/desk';

test.beforeAll(workOnServedDesk);

const hour = (page: Page) => page.getByRole('region', { name: 'At a time' });

/** Chooses a day ahead as the hour of the next edition, by the person's own clock, and lets it come out then. */
async function schedule(page: Page): Promise<void> {
  await hour(page).getByText('Publish at a time instead of now').click();
  const local = await page.evaluate(() => {
    const at = new Date(Date.now() + 86_400_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  });
  await hour(page).getByLabel('Comes out').fill('2020-01-01T08:00');
  await expect(hour(page)).toContainText('This time has passed.');
  await hour(page).getByLabel('Comes out').fill(local);
  await expect(hour(page)).toContainText(/in 2[34] hours\./);
  await hour(page)
    .getByRole('button', { name: /^Schedule edition/ })
    .click();
  await expect(hour(page)).toContainText(/Edition \d comes out/);
}

/** Lets the hour of an article's edition be now; the server finds out within seconds. */
const itIsTime = ({ article }: Checking) =>
  database().write((tx) =>
    tx.update(schedules).set({ at: new Date().toISOString() }).where(eq(schedules.articleId, article.id)),
  );

test.use({ timezoneId: 'America/New_York' });

test('an edition waits for its hour, comes out by itself, and one that fails is told', async ({ page }) => {
  const at = await underCheck();
  const claim = await at.approved('41,200 containers');
  await signIn(page, at.editor);
  await page.goto(`/articles/${at.article.id}/publish`);
  await schedule(page);
  await expect(hour(page).getByRole('time').first()).toHaveAttribute('title', /America\/New_York/);
  await expectAccessible(page, 'publishing at a time');
  await page.goto('/');
  await expect(page.getByText(/Edition 1 comes out/).first()).toBeVisible();
  await itIsTime(at);
  await expect
    .poll(async () => (await page.request.get(`/a/${at.article.slug}`)).status(), { timeout: 20_000 })
    .toBe(200);

  await at.approved('300 people');
  await page.goto(`/articles/${at.article.id}/publish`);
  await expect(hour(page)).toContainText('Edition 1 came out as scheduled');
  await page.getByLabel('Note for readers').fill('One more claim.');
  await page.getByLabel(/^Update/).check();
  await schedule(page);
  await page.reload();
  await expect(page.getByLabel('Note for readers')).toHaveValue('One more claim.');
  await at.edit(claim, { statement: 'Other words.' });
  await itIsTime(at);
  await page.goto('/');
  const told = page.getByRole('region', { name: 'Waiting for me' }).getByText(/^Edition 2 did not come out/);
  await expect(async () => {
    await page.reload();
    await expect(told).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Edition 2', exact: true }).first().click();
  await expect(hour(page).getByRole('link', { name: /Claim 1 was to go out/ })).toHaveAttribute(
    'href',
    `/articles/${at.article.id}#claim-${claim}`,
  );
  await expectAccessible(page, 'an edition that failed');
  await hour(page).getByRole('button', { name: 'Put this word away' }).click();
  await expect(hour(page)).not.toContainText('did not come out');
});

test('a conclusion is written without losing a word, decided on in the queue, and read above the counts', async ({
  page,
  context,
}) => {
  const at = await underCheck();
  await at.approved('41,200 containers');
  await signIn(page, at.reviewer);
  await page.goto(`/articles/${at.article.id}`);
  await page.getByRole('button', { name: 'Write a conclusion' }).click();
  const part = page.getByRole('region', { name: 'Conclusion' });
  const field = part.getByRole('textbox', { name: 'Conclusion' });
  await field.click();
  await page.keyboard.type('Most of it holds.');
  await expect(part.getByRole('status')).toHaveText('Saved');
  await context.setOffline(true);
  await page.keyboard.type(' Not all.');
  await expect(part.getByRole('status')).toContainText('kept in this browser');
  await context.setOffline(false);
  await page.reload();
  await expect(part).toContainText('Most of it holds. Not all.');
  await expect.poll(async () => (await concluding(at.article.id, at).now()).text).toBe('Most of it holds. Not all.');
  await part.getByRole('button', { name: 'Open' }).click();
  await part.getByRole('button', { name: 'Submit' }).click();
  await expect(part).toContainText('Submitted');
  await expectAccessibleInBoth(page, 'a conclusion in the workspace');

  await context.clearCookies();
  await signIn(page, at.editor);
  await page.goto('/');
  await page
    .getByRole('link', { name: /^Conclusion: / })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'The conclusion' })).toBeVisible();
  await expectAccessible(page, 'a conclusion in the queue');
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing waits for you here')).toBeVisible();
  value(await at.publish());
  await page.goto(`/a/${at.article.slug}`);
  const [conclusion, counts] = [page.getByRole('region', { name: 'Conclusion' }), page.locator('.counts')];
  await expect(conclusion).toContainText('Most of it holds. Not all.');
  await expectAccessible(page, 'an edition with a conclusion');
  expect((await conclusion.boundingBox())!.y).toBeLessThan((await counts.boundingBox())!.y);
});
