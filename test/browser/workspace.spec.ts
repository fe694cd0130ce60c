import { expect, type Page, test } from '@playwright/test';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { evidence, type Paper, panel, paper, ready, text } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
let sami: Colleague;
let edda: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
  sami = await desk.join('reviewer', 'Sami Lindqvist');
  edda = await desk.join('editor', 'Edda Moreau');
});
test.afterAll(() => desk.close());

/** An article of its own, open in the workspace of one person. */
async function opened(page: Page, person: Colleague, made?: Paper): Promise<Paper> {
  const article = made ?? (await paper(rena));
  await signIn(page, person);
  await page.goto(desk.at(`/articles/${article.id}`));
  await ready(page);
  return article;
}
const saved = (page: Page) => expect(page.locator('[data-saving="saved"]')).toBeVisible();
const mod = 'ControlOrMeta';

test('a claim is made, checked and submitted by keyboard alone', async ({ page }) => {
  const article = await opened(page, rena);
  const { keyboard } = page;
  await keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await keyboard.press('Alt+Shift+ArrowDown');
  await keyboard.press('c');
  const statement = page.getByLabel('Statement');
  await expect(statement).toBeFocused();
  await expect(statement).toHaveValue('The tram carried 18,400 people on a weekday.');
  await keyboard.type('The Larkmoor tram carried 18,400 people on an average weekday in 2025.');

  await keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('radio', { name: 'False', exact: true })).toBeFocused();
  await keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await keyboard.press('5');
  await expect(page.getByRole('radio', { name: 'True', exact: true })).toBeChecked();

  await keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('textbox', { name: 'Rationale' })).toBeFocused();
  await keyboard.type('The operator counts every door.');
  await keyboard.press('Escape');

  await keyboard.press('e');
  await expect(page.getByLabel('Find a source used before')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('https://tram.example/counts');
  await keyboard.press('Tab');
  await keyboard.type('Counts of 2025');
  await keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('link', { name: /Counts of 2025/ })).toBeVisible();
  await expect(panel(page)).toBeFocused();

  await keyboard.press(`${mod}+Enter`);
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Submitted');
  await saved(page);
  const { value } = await rena.call('listClaims', { params: { id: article.id } });
  expect(value.items).toMatchObject([
    {
      state: 'submitted',
      verdict: 'true',
      statement: 'The Larkmoor tram carried 18,400 people on an average weekday in 2025.',
      rationale: 'The operator counts every door.',
      evidence: [{ number: 1, source: { url: 'https://tram.example/counts' } }],
    },
  ]);
});

test('a statement that is still the quote is asked about before it is submitted', async ({ page }) => {
  const article = await paper(rena);
  await article.claim('It cost 214 million crowns.', { verdict: 'unproven', rationale: 'No account is public.' });
  await opened(page, rena, article);
  await page.keyboard.press('j');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('alertdialog')).toContainText('Does it stand alone?');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Statement')).toBeFocused();
});

test('claims are gone through by J and K in the order of the article, and the focus goes along', async ({ page }) => {
  const article = await paper(rena);
  await article.claim('Ridership doubled.');
  await article.claim('It cost 214 million crowns.');
  await opened(page, rena, article);
  await page.keyboard.press('j');
  await expect(panel(page)).toBeFocused();
  await expect(page.getByLabel('Statement')).toHaveValue('It cost 214 million crowns.');
  await page.keyboard.press('j');
  await expect(page.getByLabel('Statement')).toHaveValue('Ridership doubled.');
  await page.keyboard.press('k');
  await expect(page.getByLabel('Statement')).toHaveValue('It cost 214 million crowns.');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('claims that overlap, nest and cross paragraphs each have their place in the margin', async ({ page }) => {
  const article = await paper(rena);
  await article.claim('The tram carried 18,400 people on a weekday. It cost 214 million crowns.');
  await article.claim('18,400 people');
  await article.claim('It cost 214 million crowns.');
  await article.claim('214 million crowns.\nRidership doubled.');
  await opened(page, rena, article);
  const cards = page.locator('[data-key]');
  await expect(cards).toHaveCount(4);
  for (const open of [false, true]) {
    if (open) await page.keyboard.press('j');
    await page.waitForTimeout(500);
    const boxes = await cards.evaluateAll((all) =>
      all
        .filter((card) => getComputedStyle(card).visibility !== 'hidden')
        .map((card) => card.getBoundingClientRect())
        .map(({ top, bottom }) => ({ top, bottom })),
    );
    boxes.sort((a, b) => a.top - b.top);
    for (const [index, box] of boxes.slice(1).entries()) expect(box.top).toBeGreaterThanOrEqual(boxes[index]!.bottom);
  }
});

test('a claim made across two paragraphs by the pointer keeps the words of both', async ({ page }) => {
  await opened(page, rena);
  const at = (words: string) =>
    text(page).evaluate((element, words) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent!.indexOf(words);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + words.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left: left + 2, right: right - 2, y: top + height / 2 };
      }
      throw new Error(`“${words}” is not in the article`);
    }, words);
  const [from, to] = [await at('million'), await at('doubled')];
  await page.mouse.move(from.left, from.y);
  await page.mouse.down();
  await page.mouse.move(to.right, to.y, { steps: 5 });
  await page.mouse.up();
  await page
    .getByRole('button', { name: /^Claim/ })
    .first()
    .click();
  await expect(page.getByLabel('Statement')).toBeFocused();
  await expect(page.getByLabel('Statement')).toHaveValue('million crowns. Ridership doubled');
  await expect(panel(page).getByRole('blockquote')).toContainText('Ridership doubled');
});

test('a repeat of the claim is found and marked where it stands again', async ({ page }) => {
  const article = await paper(rena);
  await article.claim('Ridership doubled');
  await opened(page, rena, article);
  await page.keyboard.press('j');
  await panel(page).getByRole('button', { name: 'Here too' }).click();
  await expect(page.locator('.claim-mark[data-active]')).toHaveCount(2);
  await panel(page).getByRole('button', { name: 'Not here' }).click();
  await expect(page.locator('.claim-mark[data-active]')).toHaveCount(1);
});

test('a claim is returned with a note, mended and approved', async ({ page, browser }) => {
  const article = await paper(rena);
  const claim = await article.claim('Ridership doubled.', {
    statement: 'Ridership of the tram doubled in 2025.',
    verdict: 'unproven',
    rationale: 'No figure for 2024 was found.',
  });
  await article.submit(claim);
  const editor = await browser.newPage();
  await signIn(editor, edda);
  await editor.goto(desk.at(`/articles/${article.id}/queue`));
  await expect(editor.getByRole('heading', { name: 'Ridership of the tram doubled in 2025.' })).toBeFocused();
  await editor.keyboard.press('r');
  await editor.getByLabel('What should change').fill('Say where you looked.');
  await editor.getByRole('button', { name: 'Return it' }).click();
  await expect(editor.getByText('Nothing waits for you here')).toBeVisible();
  await saved(editor);

  await opened(page, rena, article);
  await page.keyboard.press('j');
  await expect(panel(page)).toContainText('Edda Moreau returned it');
  await expect(panel(page)).toContainText('Say where you looked.');
  await page.getByRole('textbox', { name: 'Rationale' }).fill('The operator and the council gave no figure for 2024.');
  await panel(page).getByRole('button', { name: 'Submit' }).click();
  await saved(page);

  await editor.reload();
  await expect(editor.getByText('The operator and the council gave no figure for 2024.')).toBeVisible();
  await editor.keyboard.press('a');
  await expect(editor.getByRole('link', { name: 'Go to publishing' })).toBeVisible();
  await saved(editor);
  const { value } = await rena.call('readClaim', { params: { id: claim.id } });
  expect(value.state).toBe('approved');
  await editor.close();
});

test('an edit after approval lapses it, shows the difference, and undoing the edit restores it', async ({ page }) => {
  const article = await paper(rena);
  const claim = await article.claim('Ridership doubled.', {
    statement: 'Ridership doubled in 2025.',
    verdict: 'unproven',
    rationale: 'No figure was found.',
  });
  await article.approve(claim, edda);
  await opened(page, sami, article);
  await page.keyboard.press('j');
  await page.keyboard.press('6');
  await expect(panel(page)).toContainText('The approval lapsed');
  await expect(panel(page).getByRole('region', { name: 'Changed since the approval' })).toContainText('Misleading');
  await page.keyboard.press(`${mod}+z`);
  await expect(panel(page)).toContainText('Approved by Edda Moreau');
  await saved(page);
  const { value } = await rena.call('readClaim', { params: { id: claim.id } });
  expect(value).toMatchObject({ state: 'approved', verdict: 'unproven' });
});

test('an editor who contributed cannot decide; an administrator who did gives a reason', async ({ page, browser }) => {
  const article = await paper(desk.admin);
  const claim = await article.claim('Ridership doubled.', {
    statement: 'Ridership doubled in 2025.',
    verdict: 'unproven',
    rationale: 'No figure was found.',
  });
  await edda.call('addEvidence', { params: { id: claim.id }, body: evidence('A letter') });
  await article.submit(claim);
  const editor = await browser.newPage();
  await opened(editor, edda, article);
  await editor.keyboard.press('j');
  await expect(panel(editor)).toContainText('You contributed, so another editor decides.');
  await expect(panel(editor).getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await editor.close();

  await opened(page, desk.admin, article);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByLabel('Reason for the override').fill('Nobody else is awake.');
  await page.getByRole('button', { name: 'Approve with override' }).last().click();
  await expect(panel(page)).toContainText('With an override: Nobody else is awake.');
  await saved(page);
});

test('a claim is about the headline, stands above the text, is dropped with a reason and restored', async ({
  page,
}) => {
  await opened(page, rena);
  await page.getByRole('button', { name: 'This article' }).click();
  await page.getByRole('menuitem', { name: 'The headline' }).click();
  await expect(page.getByLabel('Statement')).toHaveValue('A tram for Larkmoor');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for this claim' }).click();
  await page.getByRole('menuitem', { name: 'Drop…' }).click();
  await page.getByLabel('Reason').fill('Nothing to check.');
  await page.getByRole('button', { name: 'Drop the claim' }).click();
  await expect(text(page)).toBeFocused();
  await page.getByText('1 dropped claim').click();
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /A tram for Larkmoor/ })
    .click();
  await panel(page).getByRole('button', { name: 'Restore' }).click();
  await expect(panel(page)).toContainText('Claim 1 of 1');
});

test('a link to a claim opens it', async ({ page }) => {
  const article = await paper(rena);
  await article.claim('It cost 214 million crowns.');
  const { id } = await article.claim('Ridership doubled.');
  await signIn(page, rena);
  await page.goto(desk.at(`/articles/${article.id}#claim-${id}`));
  await expect(page.getByLabel('Statement')).toHaveValue('Ridership doubled.');
});
