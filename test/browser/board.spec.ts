import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './desk/accessible';
import { article, claim, prove, submitted } from './desk/checking';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';

const text = [
  'The ferry carried 41,200 passengers in June.',
  'The line opened in 1974.',
  'It closes each winter.',
  'Its director called the figure a record.',
].join(' ');

let desk: Desk;
let reviewer: Colleague;
let editor: Colleague;
let on: Awaited<ReturnType<typeof article>>;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = await openDesk();
  reviewer = await desk.join('reviewer', 'Rena Okafor');
  editor = await desk.join('editor', 'Edda Moreau');
  on = await article(reviewer, text, { title: 'The ferry counts its passengers' });
  await claim(reviewer, on, 'The line opened in 1974', { statement: 'The Saltmere line opened in 1974.' });
  const ready = {
    statement: 'The ferry closes each winter.',
    verdict: 'true',
    rationale: 'The timetable says so [1].',
  };
  await prove(reviewer, await claim(reviewer, on, 'It closes each winter', ready));
  await submitted(reviewer, on, 'carried 41,200 passengers', {
    statement: 'The ferry carried 41,200 passengers in June.',
    dueAt: inHours(0.6),
  });
});
test.afterAll(() => desk.close());

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const board = async (page: Page, who: Colleague, path = '/board') => {
  await signIn(page, who);
  await page.goto(desk.at(path));
};

test('an editor sees every claim by its state, and filters them into an address', async ({ page }) => {
  await board(page, editor);
  await expect(column(page, 'Draft').getByRole('heading')).toHaveText('Draft2');
  await expect(column(page, 'Submitted').getByRole('listitem')).toHaveText(/41,200.*due in \d\d minutes/s);
  await page.getByText('More filters').click();
  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('true');
  await expect(page).toHaveURL(/\/board\?verdict=true$/);
  await expect(column(page, 'Draft').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Words of the claim' }).fill('winter');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/verdict=true&q=winter$/);
  await expect(column(page, 'Submitted')).toContainText('None');

  await page.getByRole('link', { name: 'List' }).click();
  await expect(column(page, 'Claims').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(column(page, 'Claims').getByRole('link').first()).toHaveText(/41,200/);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('newest');
  await expect(page).toHaveURL(/view=list&sort=newest$/);
  await page.getByRole('link', { name: 'Articles', exact: true }).click();
  await expect(page.getByRole('img', { name: 'Claims by state: 2 draft, 1 submitted' })).toBeVisible();
});

test('by keyboard alone, goes through the board and assigns a claim', async ({ page }) => {
  await board(page, editor);
  const opened = page.getByRole('link', { name: 'The Saltmere line opened in 1974.' });
  await opened.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: /^The ferry carried 41,200/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'The ferry closes each winter.' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(opened).toBeFocused();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Assign this claim' });
  await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Rena Okafor' });
  await dialog.getByRole('button', { name: 'Assign' }).press('Enter');
  await expect(column(page, 'Draft')).toContainText('with Rena Okafor');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('One claim is assigned to Rena Okafor.');
  await opened.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/articles/${on.id}#claim-`));
});

test('does something to several at once, is told which could not, and undoes the rest', async ({ page }) => {
  await board(page, editor);
  const drafts = column(page, 'Draft');
  await expect(drafts.getByRole('listitem')).toHaveCount(2);
  for (const box of await drafts.getByRole('checkbox').all()) await box.check();
  const bar = page.getByRole('region', { name: 'Selected claims' });
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Due…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tomorrow at 09:00' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set', exact: true }).click();
  await expect(drafts.getByText('due tomorrow at 09:00')).toHaveCount(2);

  for (const box of await drafts.getByRole('checkbox').all()) await box.check();
  await bar.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Submit' }).click();
  const refused = page.getByRole('alert').filter({ hasText: 'One claim is as it was' });
  await expect(refused).toContainText('“The Saltmere line opened in 1974.”: Choose a verdict.');
  await expect(column(page, 'Submitted').getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, 'the board with a refusal');
  const notices = page.getByRole('region', { name: 'Notices' });
  await notices.getByRole('listitem').last().getByRole('button', { name: 'Undo' }).click();
  await expect(drafts.getByRole('listitem')).toHaveCount(2);
  await expect(column(page, 'Submitted').getByRole('listitem')).toHaveCount(1);
});

test('what others do shows in place: the claim one is at keeps the focus and the selection stays', async ({ page }) => {
  const ready = page.waitForResponse((response) => response.url().endsWith('/api/v1/events'));
  await board(page, editor);
  await ready;
  const drafts = column(page, 'Draft');
  await drafts.getByRole('checkbox', { name: 'Select: The Saltmere line opened in 1974.' }).check();
  const tile = page.getByRole('link', { name: 'The ferry closes each winter.' });
  await tile.focus();
  const { items } = (await reviewer.call('listDeskClaims', { query: { q: 'winter' } })).value;
  const params = { id: items[0]!.id };
  const etag = async () => (await reviewer.call('readClaim', { params })).etag;
  await reviewer.call('submitClaim', { params, ifMatch: await etag() });
  await expect(column(page, 'Submitted').getByRole('link', { name: 'The ferry closes each winter.' })).toBeFocused();
  await expect(page.locator('[data-announcer="polite"]')).toContainText('One claim of the board changed.');
  await expect(page.getByRole('region', { name: 'Selected claims' })).toContainText('1 selected');
  await reviewer.call('takeBackClaim', { params, ifMatch: await etag() });
  await expect(drafts.getByRole('link', { name: 'The ferry closes each winter.' })).toBeFocused();
});

test('a reviewer is told by the bell what is theirs now, and the desk says why each thing waits', async ({ page }) => {
  await editor.call('editArticle', {
    params: { id: on.id },
    ifMatch: (await editor.call('readArticle', { params: { id: on.id } })).etag,
    body: { assignees: [reviewer.id], dueAt: inHours(-1) },
  });
  await board(page, reviewer, '/');
  const waiting = page.getByRole('region', { name: 'Waiting for me' }).getByRole('listitem');
  await expect(waiting.first()).toContainText(/overdue since .*Assigned to you by Edda Moreau/s);
  await expect(waiting.last()).toContainText(/1974.*Assigned to you by Edda Moreau/s);
  await page.getByRole('button', { name: 'Notifications: 2 new' }).click();
  const told = page.getByRole('dialog', { name: 'Notifications' });
  await expect(told.getByRole('listitem')).toHaveCount(2);
  await expect(told.getByRole('listitem').last()).toContainText(/NewEdda Moreau assigned it to you.*1974/s);
  await told.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('button', { name: 'Notifications: nothing new' })).toBeVisible();
  await told.getByRole('link', { name: 'Choose what you are told of' }).click();
  await page.getByRole('switch', { name: 'A claim or an article is assigned to you' }).uncheck();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'A claim or an article is assigned to you' })).not.toBeChecked();
});
