import { expect, type Locator, type Page, test } from '@playwright/test';
import { sampleArticle } from '@/bin/sample/article';
import { type Desk, openDesk } from './desk/desk';
import type { Colleague } from './desk/people';
import { articleText } from './desk/selecting';

let desk: Desk;
let reviewer: Colleague;
let editor: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  reviewer = await desk.join('reviewer', 'Rena Okafor');
  editor = await desk.join('editor', 'Edda Moreau');
});
test.afterAll(() => desk.close());

/** More presses of Tab than any page should ask for. */
const MOST = 40;

/** Goes to a control by Tab, as somebody does who cannot point at it. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible();
  for (let n = 0; n < MOST; n += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(to).toBeFocused({ timeout: 1 });
}

async function typeInto(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(words);
}

async function signInByKeyboard(page: Page, { email, password }: Colleague): Promise<void> {
  await page.goto(desk.at('/sign-in'));
  await typeInto(page, 'E-mail address', email);
  await typeInto(page, 'Password', password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(desk.at('/'));
}

const statement = 'Larkmoor’s tram carried 18,400 passengers on an average weekday.';

test('the whole job is done by keyboard alone, from signing in to the published edition', async ({ page, browser }) => {
  test.slow();
  const { keyboard } = page;

  await test.step('the reviewer signs in and brings an article in', async () => {
    await signInByKeyboard(page, reviewer);
    await tabTo(page, page.getByRole('link', { name: 'Bring in the first article' }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Text of the article'));
    await keyboard.insertText(sampleArticle);
    await keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /^21 paragraphs/ })).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Put back: By Odile' }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Set aside: By Odile' }));
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
  });

  await test.step('the reviewer selects a sentence and makes a claim of it', async () => {
    await tabTo(page, await articleText(page));
    await keyboard.press('Alt+Shift+ArrowDown');
    await keyboard.press('c');
    await expect(page.getByLabel('Statement')).toBeFocused();
    await expect(page.getByLabel('Statement')).toHaveValue(/^LARKMOOR — Six months after .* on Wednesday\.$/);
    await keyboard.type(statement);
    await expect(page.getByLabel('Statement')).toHaveValue(statement);
  });

  await test.step('the reviewer gives it a verdict, evidence and a rationale, and submits it', async () => {
    await tabTo(page, page.getByRole('radio').first());
    for (let n = 0; n < 4; n += 1) await keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'True', exact: true })).toBeChecked();
    await tabTo(page, page.getByRole('button', { name: 'Add evidence' }));
    await keyboard.press('Enter');
    await expect(page.getByLabel('Find a source used before')).toBeFocused();
    await typeInto(page, 'Title', 'Weekday boardings by stop');
    await typeInto(page, 'Passage quoted (optional)', 'Mean weekday boardings: 18,412.');
    await keyboard.press('Control+Enter');
    await expect(page.getByText('Mean weekday boardings: 18,412.')).toBeVisible();
    await tabTo(page, page.getByRole('textbox', { name: 'Rationale' }));
    await keyboard.type('The table gives 18,412 boardings [1].');
    await keyboard.press('Control+Enter');
    await expect(page.getByText('An editor decides on it.')).toBeVisible();
    await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  });

  await test.step('the editor signs in, approves it and publishes', async () => {
    const other = await (await browser.newContext()).newPage();
    await signInByKeyboard(other, editor);
    await tabTo(other, other.getByRole('link', { name: statement }));
    await other.keyboard.press('Enter');
    await expect(other.getByRole('heading', { name: statement })).toBeFocused();
    await other.keyboard.press('a');
    await tabTo(other, other.getByRole('link', { name: 'Go to publishing' }));
    await other.keyboard.press('Enter');
    await expect(other.getByRole('heading', { name: 'Publish edition 1' })).toBeVisible();
    await other.keyboard.press('Control+Enter');
    await tabTo(other, other.getByRole('alertdialog').getByRole('button', { name: 'Publish edition 1' }));
    await other.keyboard.press('Enter');
    await expect(other.getByRole('heading', { name: 'Edition 1 is published' })).toBeFocused();
    await tabTo(other, other.getByRole('link', { name: 'Open the edition' }));
    await other.keyboard.press('Enter');
    await expect(other.getByRole('heading', { name: '1 claim checked' })).toBeVisible();
    await other.context().close();
  });
});
