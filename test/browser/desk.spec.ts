import { expect, type Page, test } from '@playwright/test';
import { article, claim, submit } from './desk/checking';
import { type Desk, openDesk, openSampleDesk, type SampleDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';

const waiting = (page: Page) => page.getByRole('region', { name: 'Waiting for me' });
const articles = (page: Page) => page.getByRole('region', { name: 'Articles' });
const rows = (page: Page) => articles(page).getByRole('heading', { level: 3 });

test.describe('the sample desk', () => {
  let desk: SampleDesk;
  test.beforeAll(async () => {
    desk = await openSampleDesk();
  });
  test.afterAll(() => desk.close());

  async function open(page: Page, who: Colleague): Promise<void> {
    await signIn(page, who);
    await page.goto(desk.at('/'));
  }

  test('shows a reviewer what was returned to them, by whom and why, and leads to the claim', async ({ page }) => {
    await open(page, desk.reviewer);
    await expect(waiting(page).getByRole('listitem')).toHaveCount(1);
    await expect(waiting(page)).toContainText('Returned by Edda Moreau because “Please ask the transport office');
    const link = waiting(page).getByRole('link', { name: /^While traffic on Harbour Road/ });
    await expect(link).toHaveAttribute('href', new RegExp(`^/articles/${desk.article.id}#claim-`));
  });

  test('shows another reviewer what lapsed of theirs', async ({ page }) => {
    await open(page, desk.second);
    await expect(waiting(page)).toContainText('Changed since it was approved; submit it again');
  });

  test('shows an editor what was submitted, by whom, and leads to the queue', async ({ page }) => {
    await open(page, desk.editor);
    await expect(waiting(page)).toContainText('Submitted by Rena Okafor');
    const link = waiting(page).getByRole('link', { name: /closed in 1987/ });
    await expect(link).toHaveAttribute('href', new RegExp(`^/articles/${desk.article.id}/queue#claim-`));
  });

  test('tells an article’s progress in words and figures, who is on it, and leads to its edition', async ({ page }) => {
    await open(page, desk.editor);
    await expect(rows(page)).toHaveText(['Larkmoor’s tram is back, and fuller than anyone dared to plan for']);
    const states = 'Claims by state: 1 draft, 1 submitted, 6 approved, 1 returned, 1 lapsed';
    await expect(page.getByRole('img', { name: states })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Claims by verdict: 1 mixed, 1 mostly true/ })).toBeVisible();
    await expect(articles(page).getByText('6 approved')).toBeVisible();
    await expect(articles(page).getByTitle('Sami Lindqvist')).toBeVisible();
    await articles(page).getByRole('link', { name: 'Published edition' }).click();
    await expect(page).toHaveURL(desk.at(`/a/${desk.article.slug}`));
  });
});

test.describe('a desk of its own', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: Desk;
  let reviewer: Colleague;
  let editor: Colleague;
  test.beforeAll(async () => {
    desk = await openDesk();
    reviewer = await desk.join('reviewer', 'Rena Okafor');
    editor = await desk.join('editor', 'Edda Moreau');
  });
  test.afterAll(() => desk.close());

  test('that is empty says what it is for, and the one next action', async ({ page }) => {
    await signIn(page, reviewer);
    await page.goto(desk.at('/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome, Rena Okafor');
    await page.getByRole('link', { name: 'Bring in the first article' }).click();
    await expect(page).toHaveURL(desk.at('/articles/new'));
  });

  test('with forty articles shows thirty, the newest first, and finds the others', async ({ page }) => {
    for (let n = 1; n <= 40; n += 1) {
      const publication = n === 7 ? 'The Saltmere Ledger' : 'The Larkmoor Courier';
      await article(reviewer, `Something happened, for the ${n}th time.`, { title: `Article ${n}`, publication });
    }
    await signIn(page, reviewer);
    await page.goto(desk.at('/'));
    await expect(rows(page)).toHaveCount(30);
    await expect(rows(page).first()).toHaveText('Article 40');
    await page.getByRole('link', { name: 'Older articles' }).click();
    await expect(rows(page)).toHaveText(Array.from({ length: 10 }, (_, n) => `Article ${10 - n}`));

    await page.getByRole('searchbox').fill('saltmere');
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveText(['Article 7']);
    await expect(page).toHaveURL(/\?q=saltmere/);
    await page.getByLabel('State').selectOption('closed');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('heading', { name: 'No article matches' })).toBeVisible();
    await page.getByRole('link', { name: 'Show every article' }).click();
    await expect(rows(page)).toHaveCount(30);
  });

  test('where more than a hundred claims wait for an editor keeps the articles in sight', async ({ page }) => {
    const text = Array.from({ length: 110 }, (_, n) => `Figure ${n + 1} is right.`).join(' ');
    const on = await article(reviewer, text, { title: 'A hundred and ten figures' });
    const one = async (n: number) => {
      const given = { verdict: 'not-checkable', rationale: 'Nobody says which figures.' };
      await submit(reviewer, await claim(reviewer, on, `Figure ${n} is`, given));
    };
    for (let n = 1; n <= 110; n += 10) await Promise.all(Array.from({ length: 10 }, (_, more) => one(n + more)));

    await signIn(page, editor);
    await page.goto(desk.at('/'));
    await expect(waiting(page).getByRole('heading')).toHaveText('Waiting for me 110');
    await expect(waiting(page).getByRole('listitem')).toHaveCount(6);
    await expect(page.getByRole('img', { name: 'Claims by state: 110 submitted' })).toBeVisible();
    await page.getByText('104 more').click();
    await expect(waiting(page).getByRole('listitem')).toHaveCount(50);
    await expect(page.getByText('The other 60 come up here as these are done.')).toBeVisible();
  });

  test('shows very long words and right-to-left titles without scrolling sideways', async ({ page }) => {
    const title = 'המעבורת לסולטמיר ספרה את נוסעיה';
    const long = { title: 'W'.repeat(300), publication: 'P'.repeat(200), byline: 'B'.repeat(300) };
    const on = await article(editor, `${'A'.repeat(3000)} is a word.`, long);
    await claim(editor, on, 'A'.repeat(3000), { statement: 'S'.repeat(2000) });
    await article(reviewer, 'המעבורת נשאה 41,200 נוסעים.', { title, language: 'he' });
    await signIn(page, reviewer);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(desk.at('/'));
      await expect(rows(page).first()).toHaveCSS('direction', 'rtl');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
