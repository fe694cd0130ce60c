import { expect, type Page, test } from '@playwright/test';
import { sampleArticle } from '@/bin/sample/article';
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

const text = (page: Page) => page.getByLabel('Text of the article');
const show = (page: Page) => page.getByRole('button', { name: 'Show what was recognised' });
const store = (page: Page) => page.getByRole('button', { name: 'Import the article' });
const heading = (page: Page) => page.getByRole('heading', { name: /paragraph/ });
const line = (page: Page, words: string | RegExp) => page.getByRole('listitem').filter({ hasText: words });
const upload = (page: Page, name: string, content: string | Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

async function paste(page: Page, content: string): Promise<void> {
  await text(page).fill(content);
  await show(page).click();
}

/** The article that is open in the workspace, as the API tells it. */
async function stored(page: Page) {
  await page.waitForURL(/\/articles\/(?!new)/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { value: article } = await reviewer.call('readArticle', { params: { id } });
  const { value: revision } = await reviewer.call('readRevision', { params: { id, n: 1 } });
  return { article, paragraphs: revision.text.split('\n') };
}

test('a pasted article shows what was recognised, and is stored as shown', async ({ page }) => {
  await paste(page, sampleArticle);
  await expect(heading(page)).toHaveText('21 paragraphs, 6 lines set aside');
  await expect(heading(page)).toBeFocused();
  await expect(page.getByLabel('Headline')).toHaveValue(/^Larkmoor’s tram is back/);
  await expect(page.getByLabel('Publication')).toHaveValue('The Larkmoor Courier');
  await expect(page.getByLabel('Published on')).toHaveValue('2026-09-17');
  await expect(page.getByLabel('Byline')).toHaveValue('Odile Brandt');
  await expect(page.getByLabel('Contact’s e-mail')).toHaveValue('odile.brandt@larkmoor-courier.example');
  await store(page).click();
  const { article, paragraphs } = await stored(page);
  expect(article).toMatchObject({
    publication: 'The Larkmoor Courier',
    publishedOn: '2026-09-17',
    byline: 'Odile Brandt',
    contact: { name: 'Odile Brandt', email: 'odile.brandt@larkmoor-courier.example' },
    rights: 'excerpt',
  });
  expect(article.setAside).toHaveLength(6);
  expect(paragraphs).toHaveLength(21);
  expect(paragraphs[1]).toMatch(/^“No line in this country has filled up faster,” said/);
});

test('an uploaded file is read as the same text pasted is', async ({ page }) => {
  await upload(page, 'tram.txt', `\uFEFF${sampleArticle.replaceAll('\n', '\r\n')}`);
  await expect(heading(page)).toHaveText('21 paragraphs, 6 lines set aside');
  await expect(page.getByLabel('Publication')).toHaveValue('The Larkmoor Courier');
});

test('a file can be dropped anywhere on the page', async ({ page }) => {
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'tram.txt', { type: 'text/plain' }));
    return data;
  }, sampleArticle);
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(heading(page)).toHaveText('21 paragraphs, 6 lines set aside');
});

test('a person decides what is article: lines are set aside, put back and reworded before anything is stored', async ({
  page,
}) => {
  await paste(page, sampleArticle);
  await line(page, 'Late, but less late').getByRole('button', { name: 'Set aside' }).click();
  await expect(line(page, 'Late, but less late').getByText('You set this aside.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put back: Late' })).toBeFocused();
  await page.getByRole('button', { name: 'Put back: Copyright' }).click();
  await expect(heading(page)).toHaveText('21 paragraphs, 6 lines set aside');

  await page.getByRole('button', { name: 'Edit: Punctuality' }).click();
  await page.getByLabel('Text of the paragraph').fill('Punctuality has improved.\nIn August it was 96 percent.');
  await page.keyboard.press('Control+Enter');
  await expect(line(page, 'In August it was 96 percent.').getByRole('button', { name: /^Edit/ })).toBeFocused();
  await page.getByRole('button', { name: 'Edit: Drivers' }).click();
  await page.getByLabel('Text of the paragraph').fill('Something else altogether');
  await page.keyboard.press('Escape');
  await expect(line(page, 'Drivers remain scarce.')).toBeVisible();

  await page.getByLabel('Headline').fill('The tram is back');
  await page.getByLabel('What an edition may show').selectOption('own');
  await store(page).click();
  const { article, paragraphs } = await stored(page);
  expect(article).toMatchObject({ title: 'The tram is back', rights: 'own' });
  expect(article.setAside).toContain('Late, but less late');
  expect(paragraphs).toContain('Punctuality has improved. In August it was 96 percent.');
  expect(paragraphs.at(-1)).toMatch(/^Copyright © 2026/);
  expect(paragraphs.join()).not.toMatch(/Late, but less late|Something else/);
});

test('a reload keeps what was pasted, and what was changed since, to the letter being typed', async ({ page }) => {
  await text(page).fill('Half an article,');
  await page.reload();
  await expect(text(page)).toHaveValue('Half an article,');
  await paste(page, sampleArticle);
  await page.getByLabel('Headline').fill('Mine');
  await page.getByRole('button', { name: 'Set aside: Late' }).click();
  await page.getByRole('button', { name: 'Edit: Punctuality' }).click();
  await page.getByLabel('Text of the paragraph').fill('Punct');
  await page.reload();
  await expect(page.getByText('You began this import earlier')).toBeVisible();
  await expect(page.getByLabel('Headline')).toHaveValue('Mine');
  await expect(heading(page)).toHaveText('20 paragraphs, 7 lines set aside');
  await expect(line(page, /^Punct$/)).toBeVisible();

  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(text(page)).toBeFocused();
  await page.reload();
  await expect(text(page)).toHaveValue('');
});

test('what is refused is said at its field, and what was typed stays', async ({ page }) => {
  await paste(page, sampleArticle);
  await page.getByLabel('Headline').fill('  ');
  await page.getByLabel('Contact’s e-mail').fill('nobody');
  await page.getByLabel('Address of the original').fill('larkmoor');
  await page.getByLabel('Language').fill('English, mostly');
  await store(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Change what is marked below.' })).toBeVisible();
  await expect(page.getByLabel('Headline')).toBeFocused();
  await expect(page.getByLabel('Headline')).toHaveAccessibleDescription(/may not be blank/);
  await expect(page.getByLabel('Contact’s e-mail')).toHaveAccessibleDescription(/an e-mail address like/);
  await expect(page.getByLabel('Address of the original')).toHaveAccessibleDescription(/a full web address/);
  await expect(page.getByLabel('Language')).toHaveAccessibleDescription(/a tag such as en/);
  await expect(page.getByLabel('Language')).toHaveValue('English, mostly');

  await page.getByLabel('Headline').fill('The tram is back');
  await page.getByLabel('Contact’s e-mail').fill('odile@larkmoor.example');
  await page.getByLabel('Address of the original').fill('https://larkmoor.example/tram');
  await page.getByLabel('Language').fill('en-GB');
  await store(page).click();
  expect((await stored(page)).article).toMatchObject({ url: 'https://larkmoor.example/tram', language: 'en-GB' });
});

for (const { what, name, content, says } of [
  { what: 'nothing at all', name: 'empty.txt', content: ' \n\n', says: 'There is no text here.' },
  { what: 'a picture called text', name: 'a.txt', content: Buffer.from('89504e470d0a1a0a', 'hex'), says: 'a picture' },
  { what: 'binary data', name: 'a.txt', content: Buffer.alloc(4000, 'a\0\x01\x02'), says: 'binary' },
  { what: 'a damaged Word document', name: 'a.docx', content: 'PK\x03\x04 torn', says: 'damaged' },
  { what: 'a format that is not read', name: 'a.odt', content: 'text', says: 'called .odt' },
  { what: 'more than 2 MB', name: 'a.txt', content: 'words '.repeat(350_000), says: 'This text is over 2 MB.' },
]) {
  test(`an upload of ${what} is refused in a sentence`, async ({ page }) => {
    await text(page).fill('What was here before');
    await upload(page, name, content);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expect(text(page)).toHaveValue('What was here before');
  });
}

test('a text of two megabytes is pasted, read, worked on and kept through a reload', async ({ page }) => {
  const paragraph = (n: number) => `Paragraph ${n} says that ${'the tram was late again, '.repeat(380)}and it was.`;
  const long = Array.from({ length: 200 }, (_, n) => paragraph(n)).join('\n\n');
  await text(page).focus();
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, long);
  await show(page).click();
  await expect(heading(page)).toHaveText('200 paragraphs');
  await page.getByRole('button', { name: 'Set aside: Paragraph 1 says' }).click();
  await page.reload();
  await expect(heading(page)).toHaveText('199 paragraphs, 1 line set aside');
  await expect(page.getByText('too long for this browser')).toBeHidden();
});

test('whoever was signed out meanwhile signs in on top of the page, and the import goes on', async ({ page }) => {
  await paste(page, sampleArticle);
  await page.getByLabel('Headline').fill('Signed out in between');
  await page.context().clearCookies();
  await store(page).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByLabel('E-mail address')).toHaveValue(reviewer.email);
  await dialog.getByLabel('Password', { exact: true }).fill(reviewer.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  expect((await stored(page)).article.title).toBe('Signed out in between');
});

test('a server that does not answer leaves the draft, and trying again makes one article', async ({ page }) => {
  await paste(page, sampleArticle);
  await page.getByLabel('Headline').fill('Once and once only');
  // the request arrives and is carried out, and its answer is lost
  await page.route('**/api/v1/articles', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await store(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer.' })).toBeVisible();
  await page.unroute('**/api/v1/articles');
  await store(page).click();
  expect((await stored(page)).article.title).toBe('Once and once only');
  const { value } = await reviewer.call('listArticles', { query: { q: 'Once and once only' } });
  expect(value.items).toHaveLength(1);
});
