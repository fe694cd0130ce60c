import { type Browser, expect, type Page, test } from '@playwright/test';
import type { ClaimPatch } from '@/domain/contract/claims';
import { expectAccessibleInBoth } from './desk/accessible';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { evidence, type Paper, panel, paper, ready } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
let sami: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  [rena, sami] = [await desk.join('reviewer', 'Rena Okafor'), await desk.join('reviewer', 'Sami Lindqvist')];
});
test.afterAll(() => desk.close());

const words = 'The tram carried 18,400 people on a weekday.';
const statement = (page: Page) => page.getByLabel('Statement', { exact: true });
const card = (page: Page) => page.locator('[data-card]').first();

async function opened(page: Page, person: Colleague, { id }: Paper): Promise<Page> {
  await signIn(page, person);
  await page.goto(desk.at(`/articles/${id}`));
  await ready(page);
  return page;
}

/** The same person's or somebody's page in a browser of its own. */
const elsewhere = async (browser: Browser, person: Colleague, on: Paper): Promise<Page> =>
  opened(await (await browser.newContext()).newPage(), person, on);

async function edit(by: Colleague, id: string, body: ClaimPatch): Promise<void> {
  const { etag } = await by.call('readClaim', { params: { id } });
  await by.call('editClaim', { params: { id }, body, ifMatch: etag });
}

/** Waits until a page follows the desk: what is done from now on is told to it and not found by a reload. */
const live = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/api/v1/events'));

test('what a colleague types shows as they type, and one sees where they are until they leave', async ({
  page,
  browser,
}) => {
  const tram = await paper(rena);
  const claim = await tram.claim(words);
  await Promise.all([live(page), opened(page, sami, tram)]);
  const others = await elsewhere(browser, rena, tram);
  await expect(page.getByText('Also in this article: Rena Okafor')).toBeVisible();
  await others.goto(desk.at(`/articles/${tram.id}#claim-${claim.id}`));
  await statement(others).fill('The Larkmoor tram carried 18,400 people on an average weekday.');
  await expect(card(page)).toContainText('Open for: Rena Okafor, typing in the statement');
  await expect(others.locator('[data-saving="saved"]')).toBeVisible();
  await expect(card(page)).toContainText('on an average weekday');
  await others.goto('about:blank');
  await expect(page.locator('[data-here]')).toHaveCount(0);
});

test('what one is typing stays as one sees it: the change of a colleague waits behind a note, and nothing moves', async ({
  page,
}) => {
  const tram = await paper(rena);
  const claim = await tram.claim(words);
  await Promise.all([live(page), opened(page, sami, tram)]);
  await card(page).click();
  const rationale = panel(page).getByRole('textbox', { name: 'Rationale' });
  await rationale.click();
  await page.keyboard.type('The operator counts');
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  const top = async () => (await rationale.boundingBox())!.y;
  const before = await top();
  await rena.call('addEvidence', { params: { id: claim.id }, body: evidence('Counts of 2025') });
  await expect(panel(page).getByText('Counts of 2025')).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  await expect(rationale).toBeFocused();

  await statement(page).focus();
  await edit(rena, claim.id, { statement: 'Rena’s words.' });
  const note = page.locator('[data-held]');
  await expect(note).toContainText('Rena Okafor changed this meanwhile.');
  await expect(statement(page)).toHaveValue(words);
  await page.keyboard.press('End');
  await page.keyboard.type(' Says who?');
  await expect(page.locator('[data-saving="undecided"]')).toBeVisible();
  await expect(statement(page)).toHaveValue(`${words} Says who?`);
  expect((await rena.call('readClaim', { params: { id: claim.id } })).value.statement).toBe('Rena’s words.');
  await note.getByRole('button', { name: 'See' }).click();
  await expect(note.locator('ins')).toContainText('Rena’s words');
  const there = { tab: 'a-tab-of-rena', articleId: tram.id, claimId: claim.id, field: 'statement' as const };
  await rena.call('tellPresence', { body: { tabs: [there] } });
  await expect(panel(page)).toContainText('Also in this claim: Rena Okafor, typing in the statement');
  await expectAccessibleInBoth(page, 'a claim that a colleague is in, with what waits behind a field');
  await note.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  await expect(note).toBeHidden();

  await statement(page).focus();
  await edit(rena, claim.id, { statement: 'Rena’s last words.' });
  await note.getByRole('button', { name: 'Take theirs' }).click();
  await expect(statement(page)).toHaveValue('Rena’s last words.');
  const { value } = await rena.call('readClaim', { params: { id: claim.id } });
  expect([value.statement, value.rationale]).toEqual(['Rena’s last words.', 'The operator counts']);
});

test('the tabs of a browser follow the desk over one stream, and go on when the one that held it is closed', async ({
  page,
  context,
}) => {
  const tram = await paper(rena);
  const claim = await tram.claim(words);
  let streams = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/events')) streams += 1;
  });
  await Promise.all([live(page), opened(page, sami, tram)]);
  const second = await opened(await context.newPage(), sami, tram);
  await edit(rena, claim.id, { statement: 'Told to both.' });
  for (const tab of [page, second]) await expect(card(tab)).toContainText('Told to both.');
  expect(streams).toBe(1);
  await Promise.all([live(second), page.close()]);
  await edit(rena, claim.id, { statement: 'Told to the one that is left.' });
  await expect(card(second)).toContainText('Told to the one that is left.');
});

test('a page without a network, or whose server is started again, shows what it missed once it is back', async ({
  page,
  context,
}) => {
  const tram = await paper(rena);
  const claim = await tram.claim(words);
  await Promise.all([live(page), opened(page, sami, tram)]);
  await context.setOffline(true);
  await edit(rena, claim.id, { statement: 'Missed without a network.' });
  await context.setOffline(false);
  await expect(card(page)).toContainText('Missed without a network.');
  await desk.kill();
  await expect(page.locator('[data-live="away"]')).toContainText('Not live: reconnecting…');
  await desk.restart();
  await edit(rena, claim.id, { statement: 'Missed while it was away.' });
  await expect(card(page)).toContainText('Missed while it was away.');
  await expect(page.locator('[data-live]')).toBeHidden();
});

test('the log one reads stays as it is, says how much is new, and shows it when asked', async ({ page }) => {
  const tram = await paper(rena);
  const claim = await tram.claim(words);
  await signIn(page, sami);
  await Promise.all([live(page), page.goto(desk.at(`/log?article=${tram.id}`))]);
  const entries = page.getByRole('list', { name: 'Entries' });
  const before = await entries.getByRole('listitem').count();
  await edit(rena, claim.id, { statement: 'One.' });
  await edit(rena, claim.id, { statement: 'Two.' });
  const note = page.getByRole('button', { name: '2 new entries: show' });
  await expect(note).toBeVisible();
  await expect(entries.getByRole('listitem')).toHaveCount(before);
  await expectAccessibleInBoth(page, 'the log with new entries');
  await note.focus();
  await page.keyboard.press('Enter');
  await expect(entries.getByRole('listitem')).toHaveCount(before + 2);
  await expect(entries).toBeFocused();
  await expect(note).toBeHidden();
});
