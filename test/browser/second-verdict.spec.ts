import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './desk/accessible';
import { article, submitted, type Text } from './desk/checking';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { panel, ready } from './workspace/paper';

let desk: Desk;
let author: Colleague;
let second: Colleague;
let editor: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  author = await desk.join('reviewer', 'Ada Reed');
  second = await desk.join('reviewer', 'Ben Moss');
  editor = await desk.join('editor', 'Eve Lind');
});
test.afterAll(() => desk.close());

const content = 'The tram carried 18,400 people on a weekday. It cost 214 million crowns.';
const made = async (): Promise<{ on: Text; id: string }> => {
  const on = await article(author, content, { title: 'A tram for Larkmoor' });
  const given = { statement: 'The tram carried 18,400 people on a weekday.', rationale: 'Doors are counted [1].' };
  return { on, id: (await submitted(author, on, '18,400 people', given)).id };
};

async function opened(page: Page, who: Colleague, on: Text, id: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, who);
  await page.goto('about:blank'); // another part of the same page would not be asked for anew
  await page.goto(desk.at(`/articles/${on.id}#claim-${id}`));
  await ready(page);
  await expect(panel(page)).toBeVisible();
}

test('an editor asks, a second reviewer judges blind, and the editor adjudicates', async ({ page }) => {
  const { on, id } = await made();
  await opened(page, editor, on, id);
  await panel(page).getByRole('button', { name: 'More for this claim' }).click();
  await page.getByRole('menuitem', { name: 'Ask for a second verdict…' }).click();
  const asking = page.getByRole('dialog');
  await expect(asking.getByText('Ada Reed has worked on this claim or decided on it.')).toBeVisible();
  await expect(asking.getByRole('radio', { name: /Ada Reed/ })).toBeDisabled();
  await expectAccessible(page, 'asking for a second verdict');
  await asking.getByRole('radio', { name: /Ben Moss/ }).check();
  await asking.getByRole('button', { name: 'Ask for it' }).click();
  await expect(panel(page).getByText('Second verdict asked')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, second);
  await page.goto(desk.at('/'));
  await expect(page.getByText('Second verdict asked by Eve Lind')).toBeVisible();
  await page.getByRole('link', { name: 'The tram carried 18,400 people on a weekday.' }).first().click();
  await ready(page);
  await expect(panel(page).getByText('You do not see the first verdict until you file yours.')).toBeVisible();
  await expect(page.getByText('Doors are counted')).toHaveCount(0);
  await expectAccessible(page, 'a second reviewer’s panel');

  await panel(page).focus();
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  await panel(page).getByRole('checkbox', { name: 'My verdict rests on [1]' }).check();
  await panel(page).getByRole('textbox', { name: 'Rationale' }).fill('It counts boardings [1].');
  await page.reload();
  await ready(page);
  await expect(panel(page).getByRole('textbox', { name: 'Rationale' })).toContainText('It counts boardings');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'File it' }).click();
  const both = panel(page).getByRole('region', { name: 'Two verdicts' });
  await expect(both.getByText('Doors are counted')).toBeVisible();
  await expect(both.getByText('It counts boardings')).toBeVisible();
  await expect(panel(page)).toBeFocused();

  await opened(page, editor, on, id);
  await expectAccessible(page, 'two verdicts side by side');
  await panel(page).getByRole('button', { name: 'Adjudicate…' }).press('Enter');
  const adjudicating = page.getByRole('dialog');
  await adjudicating.getByRole('radio', { name: 'The second: False' }).press('Space');
  await adjudicating.getByLabel('Reason').fill('Boardings are not people.');
  await expectAccessible(page, 'adjudication');
  await adjudicating.getByRole('button', { name: 'Adjudicate' }).press('Enter');
  await expect(panel(page).getByText('Eve Lind chose the second: Boardings are not people.')).toBeVisible();
  await expect(panel(page).getByRole('radio', { name: 'False', exact: true })).toBeChecked();
});

test('an editor sets for which claims of an article second verdicts are asked', async ({ page }) => {
  const { on } = await made();
  await signIn(page, editor);
  await page.goto(desk.at(`/articles/${on.id}#details`));
  const policy = page.getByRole('form', { name: 'Second verdicts' });
  await policy.getByLabel('Share of the claims, in per cent').fill('20');
  await policy.getByRole('checkbox', { name: 'False', exact: true }).check();
  await expectAccessible(page, 'the policy of second verdicts');
  await policy.getByRole('button', { name: 'Save the policy' }).click();
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('The policy is saved.')).toBeVisible();
  const { value } = await editor.call('readSecondVerdictPolicy', { params: { id: on.id } });
  expect(value).toEqual({ share: 20, verdicts: ['false'], blocking: false });
});

test('who may take a second verdict that was drawn is asked before the claim shows, since looking would cost them that', async ({
  page,
}) => {
  const on = await article(author, content, { title: 'A tram for Larkmoor' });
  const params = { id: on.id };
  const { etag } = await editor.call('readSecondVerdictPolicy', { params });
  const body = { share: 100, verdicts: [], blocking: false };
  await editor.call('setSecondVerdictPolicy', { params, ifMatch: etag, body });
  const given = { statement: 'It cost 214 million crowns.', rationale: 'Doors are counted [1].' };
  const { id } = await submitted(author, on, '214 million crowns', given);
  const seen = async () =>
    (await editor.call('listSightings', { params: { id } })).value.items.map(({ person }) => person);

  await opened(page, editor, on, id);
  await panel(page).getByRole('button', { name: 'Look at the claim' }).click();
  await expect(panel(page).getByText('Doors are counted')).toBeVisible();
  await expect.poll(seen).toEqual([editor.id]);

  await opened(page, second, on, id);
  await expect(panel(page).getByText('Doors are counted')).toHaveCount(0);
  await expect(page.locator('.article-text [data-tone="true"]')).toHaveCount(0);
  await expectAccessible(page, 'a second verdict that is offered');
  await panel(page).getByRole('button', { name: 'Take its second verdict…' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it' }).press('Enter');
  await expect(panel(page).getByText('You do not see the first verdict until you file yours.')).toBeVisible();
  expect(await seen()).toEqual([editor.id]);
});
