import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { sampleDocx } from '../builders/foreign';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';

let desk: Desk;
let reviewer: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  reviewer = await desk.join('reviewer', 'Rena Okafor');
});
test.afterAll(() => desk.close());

test.beforeEach(async ({ page }) => {
  await signIn(page, reviewer);
  await page.goto(desk.at('/articles/new'));
});

const news = readFileSync('test/fixtures/pages/news.html');
const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(content) });
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const row = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words });
const picture = Buffer.from('89504e470d0a1a0a', 'hex');

/** Puts words and HTML into what has the focus, as a browser's clipboard would. */
const paste = (page: Page, html: string, text: string) =>
  page.evaluate(
    ([rich, plain]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', rich);
      clipboardData.setData('text/plain', plain);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement!.dispatchEvent(event);
    },
    [html, text] as [string, string],
  );

test('several files come in together, and a bad one loses none of the others', async ({ page }) => {
  await choose(
    page,
    file('fares.html', news),
    file('mill.docx', sampleDocx()),
    file('picture.txt', picture),
    file('bees.md', '# Bees return\n\nTwo hives stand on the roof.\n\n- One of oak\n- One of straw\n'),
  );
  await expect(page.getByRole('heading', { name: '4 files' })).toBeVisible();
  await expect(row(page, 'Ferry fares to rise by a tenth in May')).toContainText('The Saltmere Argus');
  await expect(row(page, 'Mill reopens after nine years')).toContainText('Ready');
  await expect(row(page, 'picture.txt')).toContainText('This file is a picture');
  await page.screenshot({ path: 'test-results/import-bulk.png', fullPage: true });

  await page.getByRole('button', { name: 'Open bees.md' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Bees return');
  await expect(page.getByText('List', { exact: true }).first()).toBeVisible();
  await page.getByLabel('Headline').fill('The bees are back');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(row(page, 'The bees are back')).toBeVisible();

  await page.getByRole('button', { name: 'Import all 3 that are fine' }).click();
  await expect(page.getByRole('link', { name: 'Go to the article' })).toHaveCount(3);
  await expect(row(page, 'picture.txt')).toContainText('This file is a picture');
  const { value } = await reviewer.call('listArticles', { query: { limit: '100' } });
  const titles = value.items.map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining([
      'Ferry fares to rise by a tenth in May',
      'Mill reopens after nine years',
      'The bees are back',
    ]),
  );
  await page.getByRole('button', { name: 'Close the list' }).click();
  await expect(page.getByLabel('Text of the article')).toBeVisible();
});

test('a list of files outlives a reload, and can be discarded', async ({ page }) => {
  await choose(page, file('one.txt', 'The first. It rained.'), file('two.txt', 'The second. It snowed.'));
  await expect(page.getByText('Ready')).toHaveCount(2);
  await page.reload();
  await expect(page.getByText('You began this import earlier')).toBeVisible();
  await expect(page.getByText('Ready')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove one.txt from this list' }).click();
  await page.getByRole('button', { name: 'Discard the list' }).click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByLabel('Text of the article')).toHaveValue('');
});

test('reading many files can be cancelled; what was read by then stays', async ({ page }) => {
  await page.route('**/articles/preview', async (route) => {
    if (route.request().postData()?.includes('slow')) return; // never answered
    await route.continue();
  });
  await choose(
    page,
    file('quick.txt', 'The quick one. It rained.'),
    file('a.txt', 'slow'),
    file('b.txt', 'slow'),
    file('c.txt', 'slow'),
  );
  await expect(page.getByRole('status').filter({ hasText: '1 of 4 files read' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Reading this was stopped.')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Import the one that is fine' })).toBeVisible();
});

test('what is copied from a page is pasted with its headings, lists and links', async ({ page }) => {
  await page.getByLabel('Text of the article').focus();
  await paste(
    page,
    '<h1>Fares to rise</h1><p>A single will cost <b>4.40</b>, the <a href="https://board.example/x">board</a> said.</p><ul><li>Return: 8.00</li></ul><blockquote><p>Fuel costs more.</p></blockquote>',
    'Fares to rise\n\nA single will cost 4.40, the board said.\n\n- Return: 8.00\n\nFuel costs more.',
  );
  await expect(
    page.getByRole('status').filter({ hasText: 'headings, lists, quotations and links are kept' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show what was recognised' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Fares to rise');
  await expect(page.getByText('Quotation', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Edit: Fuel costs more' }).click();
  await page.getByLabel('Text of the paragraph').fill('Fuel costs much more.');
  await page.keyboard.press('Control+Enter');
  await page.screenshot({ path: 'test-results/import-rich.png', fullPage: true });
  await page.getByRole('button', { name: 'Import the article' }).click();
  await page.waitForURL(/\/articles\/(?!new)/);

  const article = page.getByRole('textbox', { name: 'Fares to rise' });
  await expect(article.getByRole('listitem')).toHaveText('Return: 8.00');
  await expect(article.locator('blockquote')).toHaveText('Fuel costs much more.');
  const link = article.getByRole('link', { name: 'board' });
  await expect(link).toHaveAttribute('href', 'https://board.example/x');
  await link.click();
  await expect(page).toHaveURL(/\/articles\/(?!new)/);
});

test('a paste that is changed afterwards is text, as a person may choose', async ({ page }) => {
  const text = page.getByLabel('Text of the article');
  await text.focus();
  await paste(page, '<h2>Who pays</h2><p>Islanders.</p>', 'Who pays\n\nIslanders.');
  await page.getByRole('button', { name: 'Keep only the text' }).click();
  await expect(page.getByText('are kept, until you change')).toBeHidden();
  await expect(text).toHaveValue('Who pays\n\nIslanders.');
  await text.focus();
  await text.fill('');
  await paste(page, '<h2>Who pays</h2><p>Islanders.</p>', 'Who pays\n\nIslanders.');
  await text.press('End');
  await text.pressSequentially('!');
  await expect(page.getByText('are kept, until you change')).toBeHidden();
});

test('a transcript shows who speaks, and a claim in it is theirs', async ({ page }) => {
  await choose(page, file('mayor.html', readFileSync('test/fixtures/pages/transcript.html')));
  await expect(page.getByText('MAYOR ELLS').first()).toBeVisible();
  await page.getByRole('button', { name: 'Import the article' }).click();
  await page.waitForURL(/\/articles\/(?!new)/);
  const words = page.getByText('Four metres, which is half');
  await words.click();
  await page.keyboard.press('Home');
  for (let i = 0; i < 11; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('c');
  await expect(page.getByText('MAYOR ELLS', { exact: false }).last()).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await expect
    .poll(async () =>
      (await reviewer.call('listClaims', { params: { id } })).value.items.map(({ claimant }) => claimant?.name),
    )
    .toEqual(['MAYOR ELLS']);
  await page.screenshot({ path: 'test-results/transcript.png' });
});
