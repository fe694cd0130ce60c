import { expect, type Page, test } from '@playwright/test';
import type { Role } from '@/domain/person';
import { openFilled, signIn } from './desk/desk';
import { hostileLines, hostileTexts, marked } from './desk/hostile';
import type { HostileDesk } from './desk/hostile-desk';
import type { Colleague } from './desk/people';
import { articleText } from './desk/selecting';

let desk: Awaited<ReturnType<typeof openFilled<HostileDesk>>>;
let people: Record<Role, Colleague>;
test.beforeAll(async () => {
  desk = await openFilled<HostileDesk>('hostile-desk');
  const enter = (role: Role) => desk.enter({ name: role, secret: desk.filled.secrets[role] });
  people = { reviewer: await enter('reviewer'), editor: await enter('editor'), admin: await enter('admin') };
});
test.afterAll(() => desk.close());

/** What must not happen on any page, as far as a browser can tell. */
let happened: string[] = [];
test.beforeEach(async ({ page }) => {
  happened = [];
  page.on('dialog', (dialog) => {
    happened.push(`a script said “${dialog.message()}”`);
    return dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => happened.push(`a script failed: ${message}`));
  page.on('popup', (popup) => happened.push(`a window opened: ${popup.url()}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== desk.at('') && protocol.startsWith('http')) happened.push(`something was asked of ${origin}`);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) happened.push(message.text());
  });
});
test.afterEach(() => expect(happened).toEqual([]));

/** What a page shows: all text in it, that of boxes included, as the document holds it; and what it must not hold. */
const lookAt = (page: Page, part = 'body') =>
  page.evaluate((part) => {
    const root = document.querySelector(part) ?? document.body;
    const text: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style')) text.push(node.textContent ?? '');
    }
    const boxes = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return {
      text: [...text, ...boxes.map(({ value }) => value)].join('\u0000'),
      beyond: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      links: [...root.querySelectorAll('a')].map(({ protocol }) => protocol).filter((each) => !/^https?:$/.test(each)),
    };
  }, part);
type Seen = Awaited<ReturnType<typeof lookAt>>;

/** HTML knows one kind of line break, and nobody sees white space at the ends. */
const visible = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();

const missingFrom = (shown: string, texts: readonly string[]): string[] =>
  texts.filter((text) => !visible(shown).includes(visible(text)));

const expectWhole = ({ beyond, links }: Seen, where: string) =>
  expect({ beyond, links }, where).toEqual({ beyond: 0, links: [] });

const widths = [1440, 390];
/** Looks at the page wide and narrow, and answers with its text. */
async function lookBothWays(page: Page): Promise<string> {
  const texts: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const seen = await lookAt(page);
    expectWhole(seen, `${page.url()} at ${width} px`);
    texts.push(seen.text);
  }
  return texts.join('\u0000');
}

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { name }).first()).toBeVisible();

test('on the desk, in titles, publications, statements and notes', async ({ page }) => {
  await signIn(page, people.reviewer);
  let shown = '';
  for (let next: string | null = '/'; next; ) {
    await page.goto(desk.at(next));
    await heading(page, 'Articles');
    shown += await lookBothWays(page);
    const older = page.getByRole('link', { name: 'Older articles' });
    next = (await older.isVisible()) ? await older.getAttribute('href') : null;
  }
  expect(missingFrom(shown, hostileLines(300))).toEqual([]);
  expect(missingFrom(shown, hostileLines(200))).toEqual([]);
  // of all that were returned the desk tells of fifty in full, those that have waited longest
  const returned = hostileTexts.slice(0, 50).flatMap((text) => [text, marked(text, 'return')]);
  expect(missingFrom(shown, returned)).toEqual([]);
});

test('among the people, in names', async ({ page }) => {
  await signIn(page, people.admin);
  await page.goto(desk.at('/people'));
  await expect(page.getByText('Aldo Brunner').first()).toBeVisible();
  expect(missingFrom(await lookBothWays(page), hostileLines(120))).toEqual([]);
});

test('in a draft of an import', async ({ page }) => {
  await signIn(page, people.reviewer);
  await page.goto(desk.at('/articles/new'));
  await page.getByLabel('Text of the article').fill(hostileTexts.join('\n\n'));
  await page.getByRole('button', { name: 'Show what was recognised' }).click();
  await heading(page, /paragraphs/);
  await lookBothWays(page);
});

/** Goes from claim to claim by J, and looks at each once its statement has come into its place. */
async function goThrough(page: Page, part: string, statement: string, expected: (at: number) => string[]) {
  const came = ([place, words]: [string, string]) => {
    const element = document.querySelector(place);
    const shown = element instanceof HTMLTextAreaElement ? element.value : element?.textContent;
    return shown?.replaceAll(/\r\n?/g, '\n').trim() === words;
  };
  for (const [at, text] of hostileTexts.entries()) {
    await page.waitForFunction(came, [statement, visible(text)] as [string, string]);
    const seen = await lookAt(page, part);
    expectWhole(seen, text);
    expect(missingFrom(seen.text, expected(at))).toEqual([]);
    await page.keyboard.press('j');
  }
}

const everyLine = (at: number): string[] => [120, 200, 300].map((max) => hostileLines(max)[at]!);

test('in the workspace, wide: statements in the margin', async ({ page }) => {
  await signIn(page, people.editor);
  await page.goto(desk.at(`/articles/${desk.filled.waiting}`));
  await articleText(page);
  await expect(page.locator('.claim-mark')).toHaveCount(hostileTexts.length);
  expect(missingFrom(await lookBothWays(page), hostileTexts)).toEqual([]);
});

test('in the workspace, narrow: each claim with its evidence, notes, claimant and the note of its return', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 900 });
  await signIn(page, people.reviewer);
  await page.goto(desk.at(`/articles/${desk.filled.returned}`));
  await articleText(page);
  await page.keyboard.press('j');
  await goThrough(page, '[data-panel]', '[data-field=statement] textarea', (at) => [
    ...everyLine(at).slice(1),
    ...(['quote', 'internal note', 'return'] as const).map((field) => marked(hostileTexts[at]!, field)),
  ]);
});

test('in the workspace: why claims were dropped', async ({ page }) => {
  await signIn(page, people.reviewer);
  await page.goto(desk.at(`/articles/${desk.filled.returned}`));
  await articleText(page);
  await page.getByText(`${hostileTexts.length} dropped claims`).click();
  for (let at = 0; at < hostileTexts.length; at += 10) {
    const dropped = page.locator('details:has(> summary:text("dropped claims")) > ul > li');
    await dropped.nth(at).getByRole('button').first().click();
    await expect(page.getByRole('heading', { name: 'Dropped claim' })).toBeVisible();
    const seen = await lookAt(page, '[data-panel]');
    expectWhole(seen, hostileTexts[at]!);
    expect(missingFrom(seen.text, [marked(hostileTexts[at]!, 'drop')])).toEqual([]);
  }
});

test('in the queue: statements, claimants, rationales, evidence and names', async ({ page }) => {
  test.slow();
  await signIn(page, people.editor);
  await page.goto(desk.at(`/articles/${desk.filled.waiting}/queue`));
  await goThrough(page, 'main', 'article h2', (at) => [...everyLine(at), marked(hostileTexts[at]!, 'quote')]);
});

test('on the way to publishing: statements, and the preview', async ({ page }) => {
  await signIn(page, people.editor);
  for (const { id } of [{ id: desk.filled.waiting }, desk.filled.published]) {
    await page.goto(desk.at(`/articles/${id}/publish`));
    await heading(page, /^Publish edition/);
    expect(missingFrom(await lookBothWays(page), hostileTexts)).toEqual([]);
  }
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
});

test('in an edition and the pages of its claims', async ({ page }) => {
  test.slow();
  const { slug } = desk.filled.published;
  await page.goto(desk.at(`/a/${slug}`));
  expect(missingFrom(await lookBothWays(page), hostileTexts)).toEqual([]);
  for (const [at, text] of hostileTexts.entries()) {
    await page.goto(desk.at(`/a/${slug}/claims/${at + 1}`));
    const seen = await lookAt(page);
    expectWhole(seen, text);
    expect(missingFrom(seen.text, [text, marked(text, 'quote')])).toEqual([]);
  }
});
