import { expect, test } from '@playwright/test';
import { objectionsTo } from './desk/accessible';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { panel, paper, ready } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
});
test.afterAll(() => desk.close());

const quoting = (id: string, exact: string) => ({
  id,
  text: 'The closing account says less.',
  tags: ['budget'],
  target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }],
});
const exported = {
  annotations: [quoting('h1', 'It cost 214 million crowns.'), quoting('h2', 'Words that nobody printed')],
};
const file = (content: string) => ({ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from(content) });

test('annotations of another tool become draft claims, and what could not is told', async ({ page }) => {
  const { id } = await paper(rena);
  await signIn(page, rena);
  await page.goto(desk.at(`/articles/${id}`));
  await ready(page);
  await page.getByRole('button', { name: 'This article' }).click();
  await page.getByRole('menuitem', { name: 'Import annotations…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import annotations' });
  const choose = dialog.getByLabel('A file of annotations');
  await choose.setInputFiles(file('no JSON at all'));
  await expect(dialog).toContainText('This file is not JSON.');
  await choose.setInputFiles(file(JSON.stringify(exported)));
  await expect(dialog).toContainText('1 draft claim was made. 1 annotation made none.');
  await expect(dialog.getByRole('listitem')).toContainText('The newest revision does not say these words.');
  expect(await objectionsTo(page)).toEqual([]);
  await choose.setInputFiles(file(JSON.stringify(exported)));
  await expect(dialog).toContainText('0 draft claims were made. 2 annotations made none.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(panel(page).getByLabel('Statement')).toHaveValue('It cost 214 million crowns.');
  await expect(panel(page)).toContainText('Draft');
  await expect(page.getByRole('textbox', { name: 'Rationale' })).toContainText('The closing account says less.');
});
