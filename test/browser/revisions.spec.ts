import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Claim } from '@/domain/claim';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { drawOver } from './desk/selecting';
import { after, before, quotes, tram } from './revisions/tram';
import { panel, paper, ready } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
let edda: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
  edda = await desk.join('editor', 'Edda Moreau');
});
test.afterAll(() => desk.close());

const mod = 'ControlOrMeta';
const saved = (page: Page) => expect(page.locator('[data-saving="saved"]')).toBeVisible();
const claimNow = async ({ id }: Claim): Promise<Claim> => (await rena.call('readClaim', { params: { id } })).value;
const reported = (page: Page, { id }: Claim): Locator => page.locator(`[data-reported="${id}"]`);
const item = (page: Page, claim: Claim): Locator => page.getByRole('listitem').filter({ has: reported(page, claim) });

async function visit(page: Page, person: Colleague, path: string): Promise<void> {
  await signIn(page, person);
  await page.goto(desk.at(path));
}

test('a report is settled in all four ways by keyboard alone', async ({ page }) => {
  const article = await tram(rena);
  await article.revise(after);
  await visit(page, rena, `/articles/${article.id}/revisions/newest`);
  const { keyboard } = page;
  const { number, negation, modality, lost } = article.claims;
  await expect(page.getByText('Of 5 claims, 1 stands, 3 changed and 1 is lost.')).toBeVisible();
  await expect(page.getByText('4 claims are to be settled.')).toBeVisible();
  await expect(item(page, number)).toContainText('A number changed');
  await expect(item(page, negation)).toContainText('A negation changed');
  await expect(item(page, modality)).toContainText('A “may”, “will” or the like changed');
  await expect(item(page, lost)).toContainText('Lost: no longer in the article');
  await expect(item(page, lost).locator('mark')).toHaveText(quotes.lost);

  await keyboard.press('j');
  await expect(reported(page, number)).toBeFocused();
  await keyboard.press('n');
  await expect(reported(page, negation)).toBeFocused();
  await expect(item(page, number)).toContainText('Same claim, new words, said Rena Okafor');
  await keyboard.press('s');
  await expect(reported(page, modality)).toBeFocused();
  await expect(item(page, negation)).toContainText('Kept as it stood by Rena Okafor');

  await keyboard.press('m');
  await expect(page.getByLabel('Statement')).toBeFocused();
  await keyboard.type('The council may vote on the extension in May.');
  await keyboard.press('Escape');
  await keyboard.press('n');
  await expect(panel(page)).toContainText('Same claim, new words, said Rena Okafor');
  await saved(page);

  await page.goto(desk.at(`/articles/${article.id}/revisions/newest#claim-${lost.id}`));
  await expect(reported(page, lost)).toBeFocused();
  await keyboard.press('d');
  await keyboard.type('The paper took it out.');
  await keyboard.press('Tab');
  while (!(await page.getByRole('button', { name: 'Drop the claim' }).evaluate((at) => at === document.activeElement)))
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByText('Every claim is settled')).toBeVisible();
  await saved(page);

  expect(await claimNow(number)).toMatchObject({
    unsettled: null,
    quotes: ['The tram carried 19,400 people on a weekday.'],
    settlement: { way: 'new-words', revision: 2, by: rena.id },
  });
  expect(await claimNow(negation)).toMatchObject({ quotes: [quotes.negation], kept: { revision: 2 } });
  expect(await claimNow(modality)).toMatchObject({
    statement: 'The council may vote on the extension in May.',
    quotes: ['The council may vote on the extension in May.'],
  });
  expect(await claimNow(lost)).toMatchObject({ state: 'dropped', dropped: { reason: 'The paper took it out.' } });
});

test('what was settled by mistake is undone by key, and by its toast', async ({ page }) => {
  const article = await tram(rena);
  await article.revise(after);
  await visit(page, rena, `/articles/${article.id}/revisions/2`);
  const { number } = article.claims;
  await expect(item(page, number).getByRole('button', { name: 'Same claim, new words' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(item(page, number)).toContainText('Same claim, new words, said');
  await saved(page);
  await page.keyboard.press(`${mod}+z`);
  await expect(reported(page, number)).toBeFocused();
  await expect(item(page, number).getByRole('button', { name: 'Keep as it stood' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(item(page, number)).toContainText('Kept as it stood');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(item(page, number).getByRole('button', { name: 'Keep as it stood' })).toBeVisible();
  await saved(page);
  expect(await claimNow(number)).toMatchObject({ unsettled: { state: 'changed' }, quotes: [quotes.number] });
});

test('a lost claim is given its place by hand, led there from the report', async ({ page }) => {
  const article = await tram(rena);
  await article.revise(after);
  const { lost } = article.claims;
  await visit(page, rena, `/articles/${article.id}/revisions/newest#claim-${lost.id}`);
  await expect(reported(page, lost)).toBeFocused();
  await page.keyboard.press('Shift+C');
  await ready(page);
  await expect(panel(page)).toContainText('Lost by revision 2');
  await expect(page.getByRole('heading', { name: /No longer in the article/ })).toBeVisible();
  await drawOver(page, 'The line has nineteen stops');
  await page.keyboard.press('Shift+C');
  await expect(panel(page)).toContainText('Its words were selected by Rena Okafor');
  await expect(page.getByRole('heading', { name: /No longer in the article/ })).toBeHidden();
  await saved(page);
  expect(await claimNow(lost)).toMatchObject({
    unsettled: null,
    anchor: { exact: 'The line has nineteen stops', revision: 2 },
    settlement: { way: 'selected' },
  });
  await page.keyboard.press(`${mod}+z`);
  await expect(panel(page)).toContainText('Lost by revision 2');
  await saved(page);
  expect(await claimNow(lost)).toMatchObject({ unsettled: { state: 'lost' }, quotes: [quotes.lost] });
});

test('in the article a changed claim shows old and new words and is settled there', async ({ page }) => {
  const article = await tram(rena);
  await article.revise(after);
  const { number } = article.claims;
  await visit(page, rena, `/articles/${article.id}#claim-${number.id}`);
  await ready(page);
  await expect(panel(page)).toContainText('Changed by revision 2');
  await expect(panel(page)).toContainText('A number changed');
  await expect(panel(page).getByRole('deletion')).toContainText('18,400');
  await expect(panel(page).getByRole('insertion')).toContainText('19,400');
  const mark = page.locator('.claim-mark', { hasText: '19,400' });
  await expect(mark).toHaveAttribute('data-changed', '');
  await page.keyboard.press('s');
  await expect(panel(page)).toContainText('Kept as it stood by Rena Okafor');
  await expect(mark).not.toHaveAttribute('data-changed');
  await panel(page).getByRole('button', { name: 'Settle it again' }).click();
  await expect(panel(page)).toContainText('Changed by revision 2');
  await saved(page);
  await panel(page).getByText('History', { exact: true }).click();
  const history = panel(page).getByRole('region', { name: 'In each revision' });
  await expect(history.getByRole('listitem').first()).toContainText('Revision 2: changed');
  await expect(history.getByRole('listitem').last()).toContainText('Revision 1: stands');
});

test('a claim about the headline is changed with it, and shows both', async ({ page }) => {
  const article = await paper(rena, before, 'Trams are late');
  const body = { anchor: null, about: 'headline' as const, statement: 'Trams are late.' };
  const claim = (await rena.call('createClaim', { params: { id: article.id }, body })).value;
  await article.revise(before, { title: 'Trams are never late' });
  await visit(page, rena, `/articles/${article.id}/revisions/newest`);
  await expect(page.getByRole('heading', { name: 'The headline changed' })).toBeVisible();
  await expect(item(page, claim)).toContainText('About the headline');
  await page.goto(desk.at(`/articles/${article.id}#claim-${claim.id}`));
  await ready(page);
  await expect(panel(page)).toContainText('In revision 2Trams are added: never late');
  await page.keyboard.press('n');
  await saved(page);
  expect(await claimNow(claim)).toMatchObject({ unsettled: null, quotes: ['Trams are never late'] });
});

test('each place of a claim has its own state, and all are settled together', async ({ page }) => {
  const says = (number: string) =>
    `Ridership grew by ${number} percent. That is much.\n\nThe mayor said it twice: ridership grew by 12 percent. She was sure.`;
  const article = await paper(rena, says('12'));
  const exact = 'grew by 12 percent';
  const { revision } = (await rena.call('previewArticle', { body: { content: says('12'), title: 'x' } })).value;
  const at = (start: number) => ({ start, end: start + exact.length, exact });
  const anchor = at(revision.text.indexOf(exact));
  const body = { anchor, alsoAt: [at(revision.text.lastIndexOf(exact))], statement: 'Ridership grew by 12 percent.' };
  const claim = (await rena.call('createClaim', { params: { id: article.id }, body })).value;
  await article.revise(says('21'));
  await visit(page, rena, `/articles/${article.id}/revisions/newest`);
  await expect(item(page, claim)).toContainText('Its placeA number changed');
  await expect(item(page, claim)).toContainText('Also here (1)Stands as it was');
  await page.keyboard.press('n');
  await expect(page.getByText('Every claim is settled')).toBeVisible();
  await saved(page);
  expect((await claimNow(claim)).quotes).toEqual(['grew by 21 percent', exact]);
});

test('the timeline tells who, when and why, and any two revisions are compared word by word', async ({ page }) => {
  const article = await tram(rena);
  await article.revise(after, { reason: 'The paper corrected its figures.', by: edda });
  await article.revise(`${after}\n\nA last paragraph was added.`, { title: 'A tram that Larkmoor likes' });
  await visit(page, rena, `/articles/${article.id}`);
  await ready(page);
  await page.getByRole('button', { name: 'This article' }).click();
  await page.getByRole('menuitem', { name: 'Revisions and what changed' }).click();
  const line = (number: number) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Revision ${number}`, exact: true }) });
  await expect(line(2)).toContainText('Added by Edda Moreau');
  await expect(line(2)).toContainText('The paper corrected its figures.');
  await expect(line(2)).toContainText('1 stands · 3 changed · 1 lost');
  await expect(line(3)).toContainText('New headline: A tram that Larkmoor likes');
  await expect(line(1)).toContainText('Imported by Rena Okafor');
  await expect(line(1).locator('code')).toHaveText(/^[0-9a-f]{10}$/);
  await expect(page.getByText('A last paragraph was added.')).toBeVisible();

  await page.getByLabel('From', { exact: true }).selectOption('1');
  await page.getByRole('button', { name: 'Compare' }).click();
  const difference = page.getByRole('region', { name: 'What changed in the text' });
  await expect(difference.getByRole('deletion').filter({ hasText: '18,400' })).toBeVisible();
  await expect(difference.getByRole('insertion').filter({ hasText: '19,400' })).toBeVisible();
  await expect(difference.getByRole('deletion').filter({ hasText: 'Drivers earn' })).toBeVisible();
  await expect(page).toHaveURL(/from=1&to=3/);
});

test('an editor corrects the text, sees first what it does, and says why', async ({ page }) => {
  const article = await tram(rena);
  await visit(page, edda, `/articles/${article.id}`);
  await ready(page);
  await page.getByRole('button', { name: 'This article' }).click();
  await page.getByRole('menuitem', { name: 'Correct the text…' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the article' });
  await text.getByText('It cost 214 million crowns.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' All of it was paid.');
  await page.getByRole('link', { name: 'Stet, the desk' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave the correction?');
  await page.getByRole('button', { name: 'Go on correcting' }).click();
  await page.reload().catch(() => {});
  await expect(page.getByText('You began this correction earlier')).toBeVisible();
  await expect(text).toContainText('All of it was paid.');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(page.getByText(/^All 5 claims stand/)).toBeVisible();
  await page.getByRole('button', { name: 'Save as revision 2' }).click();
  await expect(page.getByText('Say why the text is corrected.')).toBeVisible();
  await page.keyboard.type('A sentence was left out of the import.');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('heading', { name: 'What revision 2 did to the claims' })).toBeVisible();
  await expect(page.getByText('Text corrected by Edda Moreau')).toBeVisible();
  const { value } = await rena.call('readRevision', { params: { id: article.id, n: 2 } });
  expect(value).toMatchObject({ kind: 'correction', reason: 'A sentence was left out of the import.' });
  expect(value.text).toContain('It cost 214 million crowns. All of it was paid.');
});

test('a reviewer is told that editors correct the text', async ({ page }) => {
  const article = await paper(rena);
  await visit(page, rena, `/articles/${article.id}/revisions/correct`);
  await expect(page.getByText('Editors correct the text')).toBeVisible();
});

test('a text that was published anew is pasted, looked at and added; nothing typed is lost', async ({ page }) => {
  const article = await tram(rena);
  await visit(page, rena, `/articles/${article.id}/revisions/new`);
  const box = page.getByLabel('The article as it reads now');
  await box.fill(before);
  await page.keyboard.press(`${mod}+Enter`);
  await expect(page.getByText('There is nothing new in it')).toBeVisible();
  await expect(page.getByText(/the same text under the same headline as revision 1/)).toBeVisible();

  await box.fill(after);
  await page.getByLabel(/^Why there is a new revision/).fill('The paper corrected itself.');
  await page.reload();
  await expect(page.getByText('You began this revision earlier')).toBeVisible();
  await expect(box).toHaveValue(after);
  await box.press(`${mod}+Enter`);
  await expect(page.getByText('Of 5 claims, 1 stands, 3 changed and 1 is lost.')).toBeVisible();
  await expect(page.getByText('A negation changed')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Of 5 claims, 1 stands, 3 changed and 1 is lost.')).toBeVisible();
  await page.getByRole('button', { name: /^Set aside: The council may/ }).click();
  await expect(page.getByText('Of 5 claims, 1 stands, 2 changed and 2 are lost.')).toBeVisible();
  await page.getByRole('button', { name: /^Put back: The council may/ }).click();
  await expect(page.getByText('Of 5 claims, 1 stands, 3 changed and 1 is lost.')).toBeVisible();
  await page.getByRole('button', { name: 'Add revision 2' }).click();
  await expect(page.getByRole('heading', { name: 'What revision 2 did to the claims' })).toBeVisible();
  await expect(page.getByText('The paper corrected itself.')).toBeVisible();
  await page.goto(desk.at(`/articles/${article.id}/revisions/new`));
  await expect(box).toHaveValue('');
});

test('a file is read like a pasted text', async ({ page }) => {
  const article = await tram(rena);
  await visit(page, rena, `/articles/${article.id}/revisions/new`);
  await page
    .getByLabel('A file', { exact: true })
    .setInputFiles({ name: 'tram.txt', mimeType: 'text/plain', buffer: Buffer.from(after) });
  await expect(page.getByText('Of 5 claims, 1 stands, 3 changed and 1 is lost.')).toBeVisible();
  await page.getByRole('button', { name: 'Add revision 2' }).click();
  await expect(page.getByRole('heading', { name: 'What revision 2 did to the claims' })).toBeVisible();
});

test('a revision that somebody added meanwhile is told, and one’s own follows it', async ({ page }) => {
  const article = await tram(rena);
  await visit(page, rena, `/articles/${article.id}/revisions/new`);
  await page.getByLabel('The article as it reads now').fill(after);
  await page.getByRole('button', { name: 'Show what it does to the claims' }).click();
  await expect(page.getByRole('button', { name: 'Add revision 2' })).toBeEnabled();
  await article.revise(`${before}\n\nSomebody was faster.`, { by: edda });
  await page.getByRole('button', { name: 'Add revision 2' }).click();
  await expect(page.getByText('Somebody added revision 2 since you began')).toBeVisible();
  await page.getByRole('button', { name: 'Go on from revision 2' }).click();
  await page.getByRole('button', { name: 'Add revision 3' }).click();
  await expect(page.getByRole('heading', { name: 'What revision 3 did to the claims' })).toBeVisible();
});

test('a workspace on an older revision says so, and a claim made there goes on in the newer', async ({ page }) => {
  const article = await tram(rena);
  await visit(page, rena, `/articles/${article.id}`);
  await ready(page);
  await article.revise(`A new first paragraph.\n\n${after}`, { by: edda });
  await drawOver(page, 'It cost 214 million crowns');
  await page.keyboard.press('c');
  await page.keyboard.type('The tram cost 214 million crowns.');
  await expect(page.locator('[data-saving="undecided"]')).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('There is a newer revision of this article.')).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText('A new first paragraph.')).toBeVisible();
  await expect(page.getByText('There is a newer revision of this article.')).toBeHidden();
  await saved(page);
  const { value } = await rena.call('listClaims', { params: { id: article.id } });
  expect(value.items.at(-1)).toMatchObject({
    statement: 'The tram cost 214 million crowns.',
    anchor: { exact: 'It cost 214 million crowns', revision: 2, state: 'exact' },
  });
});

test('what is to be settled waits on the desk, stops an edition, and leads to where it is settled', async ({
  page,
}) => {
  const article = await tram(rena, 'A tram that waits to be settled');
  const { number, lost } = article.claims;
  await article.approve(number, edda);
  await article.revise(after);
  await visit(page, rena, '/');
  // what has waited longer stands before it, and the rest is folded away
  for (const more of await page.locator('summary', { hasText: /more$/ }).all()) await more.click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'A tram that waits' })
    .getByRole('link', { name: quotes.lost })
    .click();
  await expect(reported(page, lost)).toBeFocused();
  await visit(page, edda, `/articles/${article.id}/publish`);
  await page.getByRole('link', { name: /The words of claim \d+ changed in the article or are gone/ }).click();
  await expect(panel(page)).toContainText('Changed by revision 2');
});
