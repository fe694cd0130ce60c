import { expect, type Page, test } from '@playwright/test';
import type { Claim } from '@/domain/claim';
import { expectAccessibleInBoth } from './desk/accessible';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { drawOver } from './desk/selecting';
import { evidence, type Paper, panel, paper, ready } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
let edda: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
  edda = await desk.join('editor', 'Edda Moreau');
});
test.afterAll(() => desk.close());

const saved = (page: Page) => expect(page.locator('[data-saving="saved"]')).toBeVisible();
const claimNow = async ({ id }: Claim): Promise<Claim> => (await rena.call('readClaim', { params: { id } })).value;

async function visit(page: Page, person: Colleague, { id }: Paper, claim?: Claim): Promise<void> {
  await signIn(page, person);
  await page.goto(desk.at(`/articles/${id}${claim ? `#claim-${claim.id}` : ''}`));
  await ready(page);
  if (claim) await expect(panel(page)).toBeVisible();
}

/** A browser of somebody else. */
const another = async (page: Page): Promise<Page> => (await page.context().browser()!.newContext()).newPage();

test('words of the article are talked about by keyboard, with a mention, through a reload, until it is resolved', async ({
  page,
}) => {
  const on = await paper(rena);
  await visit(page, rena, on);
  await drawOver(page, 'cost 214 million');
  await expect(page.getByRole('button', { name: /^Comment/ })).toBeVisible();
  await page.keyboard.press('t');
  const box = page.getByLabel('Comment on these words');
  await expect(box).toBeFocused();
  await page.keyboard.type('Which year is that, @edd');
  await expect(page.getByRole('option', { name: 'Edda Moreau' })).toBeVisible();
  await expectAccessibleInBoth(page, 'the people offered for a mention');
  await page.bringToFront(); // axe looks from a page of its own
  await box.press('Enter');
  await expect(box).toHaveValue('Which year is that, @Edda Moreau ');

  await page.reload();
  await ready(page);
  await page.locator('.comment-mark').click();
  await expect(box).toHaveValue('Which year is that, @Edda Moreau ');
  await box.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  const thread = page.getByRole('region', { name: 'Thread on words of the article' });
  await expect(thread).toContainText('@Edda Moreau');
  const [first] = (await rena.call('listThreads', { params: { id: on.id } })).value.items;
  expect(first).toMatchObject({ quote: 'cost 214 million', comments: [{ mentions: [edda.id] }] });

  const editor = await another(page);
  await visit(editor, edda, on);
  await editor.locator('.comment-mark').click();
  await editor.getByLabel('Reply').fill('Of 2024.');
  await editor.keyboard.press('ControlOrMeta+Enter');
  await expect(editor.getByText('Of 2024.')).toBeVisible();
  await editor.getByRole('button', { name: 'Change your comment' }).click();
  await editor.getByLabel('Your comment').fill('Of 2025.');
  await editor.getByRole('button', { name: 'Keep the change' }).click();
  await editor.getByText(/^edited/).click();
  await expect(editor.locator('del')).toContainText('2024');
  await editor.getByRole('button', { name: 'Resolve' }).click();
  await expect(editor.getByText('Resolved by Edda Moreau')).toBeVisible();
  await expectAccessibleInBoth(editor, 'a thread that is resolved');
  await editor.context().close();
});

test('a return suggests other words, which become the reviewer’s own, and the editor approves', async ({ page }) => {
  const on = await paper(rena);
  const made = await on.claim('Ridership doubled', { verdict: 'true', rationale: 'By the counts [1].' });
  await rena.call('addEvidence', { params: { id: made.id }, body: evidence('Counts') });
  await on.submit(made);
  await visit(page, edda, on, made);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Return claim 1?' });
  await dialog.getByLabel('What should change').fill('Say of what year.');
  await dialog.getByLabel('Suggest other wording').check();
  await dialog.getByLabel('Suggested statement').fill('Ridership doubled in 2025');
  await expect(dialog.locator('ins')).toHaveText(/in 2025/);
  await expectAccessibleInBoth(page, 'the return with a suggestion');
  await dialog.getByRole('button', { name: 'Return it with the suggestion' }).click();
  await expect(page.getByRole('heading', { name: 'Discussion (1 open)' })).toBeVisible();
  await saved(page);

  const reviewer = await another(page);
  await visit(reviewer, rena, on, made);
  const suggested = panel(reviewer).getByRole('region', { name: 'Suggested wording' });
  await expect(suggested.locator('ins')).toHaveText(/in 2025/);
  await suggested.getByRole('button', { name: 'Accept' }).click();
  await expect(reviewer.getByLabel('Statement')).toHaveValue('Ridership doubled in 2025');
  await expect(panel(reviewer)).toContainText('Rena Okafor took over the suggested statement');
  await saved(reviewer);
  await reviewer.getByLabel('Statement').blur();
  await reviewer.keyboard.press('ControlOrMeta+z');
  await expect(reviewer.getByLabel('Statement')).toHaveValue('Ridership doubled');
  await reviewer.keyboard.press('ControlOrMeta+Shift+z');
  await expect(reviewer.getByLabel('Statement')).toHaveValue('Ridership doubled in 2025');
  await reviewer.keyboard.press('ControlOrMeta+Enter');
  await saved(reviewer);
  await reviewer.context().close();
  const again = await claimNow(made);
  expect(again).toMatchObject({ state: 'submitted', contributors: [rena.id] });
  const body = { outcome: 'approve' as const, digest: again.digest };
  expect((await edda.call('decideClaim', { params: { id: made.id }, body })).value.state).toBe('approved');
});

test('a claim is split and the copy merged back by keyboard, each with its undo', async ({ page }) => {
  const on = await paper(rena);
  const made = await on.claim('The tram carried 18,400 people', { verdict: 'true' });
  await on.claim('It cost 214 million crowns');
  await rena.call('addEvidence', { params: { id: made.id }, body: evidence('Counts') });
  await visit(page, rena, on, made);
  await page.getByRole('button', { name: 'More for this claim' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Split/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Claim 2 of 3/ })).toBeVisible();
  await expect(page.getByLabel('Statement')).toBeFocused();
  await page.keyboard.type('On weekdays alone.');
  await saved(page);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for this claim' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another claim…' }).click();
  const find = page.getByRole('combobox', { name: 'Find the claim to merge into' });
  await expect(find).toBeFocused();
  await expect(page.getByRole('option').first()).toContainText('same words');
  await expect(page.getByText('Its evidence becomes [2] of claim 1.')).toBeVisible();
  await expectAccessibleInBoth(page, 'the merging of a claim');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Claim 1 of 2/ })).toBeVisible();
  await saved(page);
  await expect.poll(async () => (await claimNow(made)).evidence.map(({ number }) => number)).toEqual([1, 2]);
  await expect(panel(page)).toContainText('[2]');
  await page.keyboard.press('ControlOrMeta+z');
  await saved(page);
  await expect.poll(async () => (await claimNow(made)).evidence.map(({ number }) => number)).toEqual([1]);
});
