import { expect, type Page, test } from '@playwright/test';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { panel, paper, ready } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
});
test.afterAll(() => desk.close());

/** An article with one claim, and the workspace open at it, as it is after each reload. */
async function atTheClaim(page: Page) {
  const article = await paper(rena);
  const { id } = await article.claim('It cost 214 million crowns.');
  await signIn(page, rena);
  const open = async () => {
    await page.goto(desk.at('/'));
    await page.goto(desk.at(`/articles/${article.id}#claim-${id}`));
    await ready(page);
    await expect(panel(page)).toBeVisible();
  };
  await open();
  return { open, read: async () => (await rena.call('readClaim', { params: { id } })).value };
}

test('evidence that is half filled in outlives a reload, and is gone from the form once it is added', async ({
  page,
}) => {
  const { open, read } = await atTheClaim(page);
  await page.keyboard.press('e');
  await page.getByLabel('Title', { exact: true }).fill('The closing account');
  await page.getByLabel('Passage quoted').fill('214 million crowns in all.');
  await open();
  await expect(page.getByLabel('Passage quoted')).toHaveValue('214 million crowns in all.');
  await panel(page).getByRole('button', { name: 'Add evidence' }).click();
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  expect((await read()).evidence).toMatchObject([
    { quote: '214 million crowns in all.', source: { title: 'The closing account' } },
  ]);
  await page.keyboard.press('e');
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('');
});

test('an address that is half typed outlives a reload, and leaves the box once it is one', async ({ page }) => {
  const { open, read } = await atTheClaim(page);
  await page.getByText('Details').click();
  await page.getByLabel('Said at').fill('council.larkmoor');
  await open();
  await page.getByText('Details').click();
  await expect(page.getByLabel('Said at')).toHaveValue('council.larkmoor');
  await page.getByLabel('Said at').fill('https://council.larkmoor.example/');
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  expect((await read()).saidAt).toBe('https://council.larkmoor.example/');
  await open();
  await page.getByText('Details').click();
  await expect(page.getByLabel('Said at')).toHaveValue('https://council.larkmoor.example/');
});

test('a reason that was begun is there when it is asked for again', async ({ page }) => {
  const { open } = await atTheClaim(page);
  const drop = async () => {
    await page.getByRole('button', { name: 'More for this claim' }).click();
    await page.getByRole('menuitem', { name: 'Drop…' }).click();
  };
  await drop();
  await page.getByLabel('Reason').fill('The same as claim 4.');
  await page.keyboard.press('Escape');
  await open();
  await drop();
  await expect(page.getByLabel('Reason')).toHaveValue('The same as claim 4.');
  await page.getByRole('button', { name: 'Drop the claim' }).click();
  await expect(page.getByText('1 dropped claim')).toBeVisible();
});
