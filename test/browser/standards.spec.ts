import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleInBoth } from './desk/accessible';
import { openSampleDesk, type SampleDesk, signIn } from './desk/desk';
import { articleText } from './desk/selecting';

let desk: SampleDesk;
test.beforeAll(async () => {
  desk = await openSampleDesk();
});
test.afterAll(() => desk.close());

const article = () => desk.at(`/articles/${desk.article.id}`);

async function openClaim(page: Page, words: string): Promise<void> {
  await articleText(page);
  await page.locator('.claim-mark', { hasText: words }).first().click();
  await expect(page.getByLabel('Statement')).toBeVisible();
}

test('a reviewer sees what is missing while writing, and records a request for a reply that survives a reload', async ({
  page,
}) => {
  await signIn(page, desk.reviewer);
  await page.goto(article());
  await openClaim(page, 'admissions of children with asthma');
  const panel = page.locator('[data-panel]');
  await panel.getByText('Standards', { exact: true }).click();
  await expect(panel.getByText('Nobody was asked', { exact: false })).toHaveCount(0);
  await panel.getByRole('radio', { name: 'Mostly false' }).focus();
  await page.keyboard.press('Space');
  await expect(panel.getByText('“Mostly false” says something bad of Ilse Marrow', { exact: false })).toBeVisible();
  await panel.getByRole('button', { name: 'Record a request' }).click();
  await expect(panel.getByLabel('Who was asked')).toHaveValue('Ilse Marrow, Head of the children’s ward');
  await panel.getByLabel('Contact').fill('marrow@hospital.example');
  await panel.getByLabel('Asked at').fill('2026-11-01T09:00');
  await panel.getByLabel('Deadline').fill('2026-11-02T09:00');
  await page.setViewportSize({ width: 390, height: 900 });
  await expectAccessibleInBoth(page, 'a request for a reply being recorded');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  await openClaim(page, 'admissions of children with asthma');
  await expect(panel.getByLabel('Contact')).toHaveValue('marrow@hospital.example');
  await panel.getByLabel('Readers are told').selectOption('outcome');
  await panel.getByRole('button', { name: 'Record it' }).click();
  await expect(panel.getByText('No answer by the deadline')).toBeVisible();
  await expect(panel.getByText(/^Readers are told: .* did not respond by 2 November 2026/)).toBeVisible();
  await panel.getByText('Standards', { exact: true }).click();
  await panel.getByText('met or not asked for').click();
  await expect(panel.getByText('who did not answer by the deadline', { exact: false })).toBeVisible();
  await expectAccessibleInBoth(page, 'the standards of a claim');
});

test('an administrator makes a check block, by keyboard, and a claim that misses it is not submitted before it is waived', async ({
  page,
  browser,
}) => {
  await signIn(page, desk.admin);
  await page.goto(desk.at('/settings/standards'));
  const check = page.getByRole('group', { name: 'Two independent sources' });
  await expect(page.getByText('approved claims would not meet this').first()).toBeVisible();
  await check.getByRole('radio', { name: 'Warning' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(check.getByRole('radio', { name: 'Blocking' })).toBeChecked();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessibleInBoth(page, 'the settings of the standards');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('The standards are set.').last()).toBeVisible();

  const theirs = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(theirs, desk.second);
  await theirs.goto(article());
  await openClaim(theirs, 'Traffic on Harbour Road');
  const panel = theirs.locator('[data-panel]');
  await panel.getByRole('button', { name: /^Submit/ }).click();
  await expect(theirs.getByRole('region', { name: 'Notices' })).toContainText(
    'Only evidence 1 supports or refutes it.',
  );
  await panel.getByText('Standards', { exact: true }).click();
  const line = panel.getByRole('listitem').filter({ hasText: 'Two independent sources' });
  await line.getByRole('button', { name: 'Waive…' }).click();
  await theirs.getByLabel('Why is there no second independent source?').fill('Nobody else counts there.');
  await theirs.getByRole('button', { name: 'Waive it' }).click();
  await expect(line).toContainText('Nobody else counts there.');
  await panel.getByRole('button', { name: /^Submit/ }).click();
  await expect(theirs.getByText(/is submitted to the editors/).last()).toBeVisible();
  await theirs.close();
});

test('the report holds every claim against every check, on a page and in files', async ({ page }) => {
  await signIn(page, desk.editor);
  for (const [path, name] of [
    [`/articles/${desk.article.id}/standards`, 'Standards'],
    ['/standards', 'The desk’s standards'],
  ] as const) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(desk.at(path));
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expectAccessibleInBoth(page, `the report at ${path}`);
    }
    await expect(page.getByText('Only the audit office has seen', { exact: false }).first()).toBeVisible();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
    expect(file.suggestedFilename()).toBe('standards-report.csv');
  }
});

test('readers are told who was asked and what came of it, beside the claim and on its own page', async ({ page }) => {
  for (const path of ['', '/claims/5']) {
    await page.goto(desk.at(`/a/${desk.article.slug}${path}`));
    await expect(
      page.getByText('drawn for the tram, so it belongs in the sum', { exact: false }).first(),
    ).toBeVisible();
    await expect(page.getByText('did not respond by 18 September 2026', { exact: false }).first()).toBeVisible();
    await expect(page.getByText('roth@', { exact: false })).toHaveCount(0);
  }
});
