import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './desk/accessible';
import { article, claim } from './desk/checking';
import { openSampleDesk, type SampleDesk, signIn } from './desk/desk';

let desk: SampleDesk;
test.beforeAll(async () => {
  desk = await openSampleDesk();
});
test.afterAll(() => desk.close());

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search articles, claims' });
const results = (page: Page) => page.getByRole('region', { name: 'What was found' });

test('the search is reached, filtered and left by the keyboard alone', async ({ page }) => {
  await signIn(page, desk.reviewer);
  await page.goto(desk.at('/'));
  await page.keyboard.press('/');
  await page.keyboard.type('weekday tram');
  await page.getByRole('option', { name: /for “weekday tram”/ }).waitFor();
  await page.keyboard.press('ArrowUp'); // the last line leads to the page of everything
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('weekday tram');
  await expect(results(page).locator('mark').first()).toHaveText(/weekday|tram/i);
  await page.keyboard.type(' verdict:tru type:claim');
  await expect(results(page)).toContainText('Did you mean “true”?');
  await expectAccessible(page, 'search with a filter that nobody knows');
  await results(page).getByRole('button', { name: 'verdict:true' }).press('Enter');
  await expect(page).toHaveURL(/verdict%3Atrue\+type%3Aclaim$/);
  await expect(results(page).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Take away verdict:true' }).press('Enter');
  await expect(box(page)).toHaveValue('weekday tram type:claim');
  await expect(results(page).getByRole('listitem')).not.toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await box(page).fill('walrus tram');
  await results(page).getByRole('button', { name: 'Leave out “tram”' }).press('Enter');
  await expect(results(page).getByRole('heading')).toHaveText('Nothing has all of this');
});

test('an earlier check is offered while one types, moves nothing, warns of another verdict and is linked', async ({
  page,
}) => {
  const text = 'The tram of Larkmoor carried 18,400 passengers a day, the mayor said.';
  const under = await article(desk.reviewer, text, { title: 'The tram again' });
  const made = await claim(desk.reviewer, under, 'carried 18,400 passengers a day');
  await signIn(page, desk.reviewer);
  await page.goto(desk.at(`/articles/${under.id}#claim-${made.id}`));
  const earlier = page.getByRole('region', { name: 'Earlier checks' });
  const picker = page.getByRole('group', { name: 'Verdict' });
  await expect(earlier.getByRole('status')).toBeVisible();
  await picker.hover(); // the panel has come to rest
  const statement = page.getByLabel('Statement');
  await statement.fill('Larkmoor’s riverside tram carries 18,400 passengers on an average weekday.');
  const before = await picker.boundingBox();
  await expect(earlier.getByRole('status')).toHaveText(/^Checked in \w+ \d{4}:\s*True$/);
  expect(await picker.boundingBox()).toEqual(before);
  await expect(statement).toBeFocused();
  await picker.getByText('False', { exact: true }).click();
  await expect(earlier.getByRole('status')).toHaveText('An earlier check of this said True');
  await earlier.getByRole('button', { name: /^Show/ }).press('Enter');
  await expect(earlier.getByRole('listitem').first()).toContainText('Contradicts your verdict');
  await expectAccessible(page, 'earlier checks');
  await earlier.getByRole('button', { name: 'This repeats it' }).first().press('Enter');
  const links = page.locator('details', { hasText: 'Linked claims' });
  await expect(links.locator('summary')).toHaveText('Linked claims 1');
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(links.locator('summary')).toHaveText('Linked claims none');
});
