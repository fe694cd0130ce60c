import { type Browser, expect, type Page, test } from '@playwright/test';
import { sampleArticle } from '@/bin/sample/article';
import { serve } from './desk/desk';
import { drawOver } from './desk/selecting';

/** Somebody at a browser of their own. */
const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const fill = (page: Page, label: string, words: string) => page.getByLabel(label, { exact: true }).fill(words);

async function invite(admin: Page, role: string): Promise<string> {
  await press(admin, 'Invite somebody');
  await admin.getByRole('dialog').getByLabel('Role').selectOption({ label: role });
  await press(admin, 'Make the link');
  const link = await admin.getByLabel('The invitation’s link').inputValue();
  await press(admin, 'Done');
  return link;
}

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await fill(page, 'Your name', name);
  await fill(page, 'E-mail address', `${name.split(' ')[0]}@desk.example`);
  await fill(page, 'Password', 'four words in a row');
  await press(page, 'Join');
  await expect(page.getByRole('button', { name: `${name}: your menu` })).toBeVisible();
}

const words = 'the line carries 18,400 passengers on an average weekday';
const statement = 'Larkmoor’s tram carried 18,400 passengers on an average weekday in its first six months.';

test('on a fresh desk, from the printed setup link to an edition that is read without JavaScript', async ({
  browser,
}) => {
  test.slow();
  const fresh = await serve(() => null);
  const [admin, reviewer, editor] = await Promise.all([visitor(browser), visitor(browser), visitor(browser)]);

  await test.step('the first administrator sets the desk up by the link that the server printed', async () => {
    await admin.goto(fresh.setupLink!);
    await fill(admin, 'Your name', 'Aldo Brunner');
    await fill(admin, 'E-mail address', 'aldo@desk.example');
    await fill(admin, 'Password', 'four words in a row');
    await fill(admin, 'Name of the desk (optional)', 'The Larkmoor Desk');
    await press(admin, 'Set up the desk');
    await expect(admin.getByRole('heading', { name: 'Welcome, Aldo Brunner' })).toBeVisible();
  });

  await test.step('a reviewer and an editor join by invitation', async () => {
    await admin.goto(fresh.at('/people'));
    await join(reviewer, await invite(admin, 'Reviewer'), 'Rena Okafor');
    await join(editor, await invite(admin, 'Editor'), 'Edda Moreau');
  });

  await test.step('the reviewer brings an article in by pasting it', async () => {
    await reviewer.getByRole('link', { name: 'Bring in the first article' }).click();
    await fill(reviewer, 'Text of the article', sampleArticle);
    await press(reviewer, 'Show what was recognised');
    await press(reviewer, 'Import the article');
    await expect(reviewer.getByRole('heading', { name: /^Larkmoor’s tram is back/ }).first()).toBeVisible();
  });

  await test.step('the reviewer highlights a claim and checks it', async () => {
    await drawOver(reviewer, words);
    await reviewer.getByRole('button', { name: 'Claim', exact: true }).click();
    await expect(reviewer.getByLabel('Statement')).toHaveValue(words);
    await expect(reviewer.locator('.claim-mark')).toHaveText(words);
    await fill(reviewer, 'Statement', statement);
    await press(reviewer, 'Add evidence');
    await fill(reviewer, 'Address (optional)', 'https://transport.larkmoor.example/boardings');
    await fill(reviewer, 'Title', 'Weekday boardings by stop');
    await fill(reviewer, 'Passage quoted (optional)', 'Mean weekday boardings: 18,412.');
    await reviewer.getByLabel('A primary source').check();
    await press(reviewer, 'Add evidence');
    await expect(reviewer.getByRole('link', { name: /Weekday boardings by stop/ })).toBeVisible();
    await reviewer.getByText('True', { exact: true }).click();
    await reviewer.getByRole('textbox', { name: 'Rationale' }).fill('The table gives 18,412 boardings [1].');
    await reviewer.getByRole('button', { name: 'Submit' }).click();
    await expect(reviewer.getByText('An editor decides on it.')).toBeVisible();
    await expect(reviewer.locator('[data-saving="saved"]')).toBeVisible();
  });

  await test.step('the editor finds it on the desk, approves it and publishes', async () => {
    await editor.goto(fresh.at('/'));
    await editor.getByRole('link', { name: statement }).click();
    await expect(editor.getByRole('heading', { name: statement })).toBeVisible();
    await expect(editor.getByText('Mean weekday boardings: 18,412.')).toBeVisible();
    await editor.getByRole('button', { name: 'Approve' }).click();
    await editor.getByRole('link', { name: 'Go to publishing' }).click();
    await press(editor, 'Publish edition 1');
    await editor.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }).click();
    await expect(editor.getByRole('heading', { name: 'Edition 1 is published' })).toBeFocused();
  });

  await test.step('a reader without JavaScript sees what was checked, what was found, and on what evidence', async () => {
    const address = await editor.getByRole('link', { name: 'Open the edition' }).getAttribute('href');
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await reader.goto(fresh.at(address!));
    await expect(reader.getByRole('heading', { level: 1 })).toContainText('tram is back');
    await expect(reader.getByRole('heading', { name: '1 claim checked' })).toBeVisible();
    await expect(reader.locator('mark').first()).toContainText('18,400 passengers');
    await expect(reader.getByText(statement).first()).toBeVisible();
    await expect(reader.getByText('The table gives 18,412 boardings')).toBeVisible();
    const source = reader.getByRole('link', { name: /Weekday boardings by stop/ });
    await expect(source).toHaveAttribute('href', 'https://transport.larkmoor.example/boardings');
    await reader.getByRole('link', { name: 'Page of claim 1' }).click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(statement);
    await reader.context().close();
  });

  await Promise.all([admin, reviewer, editor].map((page) => page.context().close()));
  await fresh.close();
});
