import { expect, type Page, test } from '@playwright/test';
import { article } from './desk/checking';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { articleText, drawOver } from './desk/selecting';

let desk: Desk;
let rena: Colleague;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
});
test.afterAll(() => desk.close());

const indicator = (page: Page) => page.locator('[data-saving] span').filter({ visible: true });
const statement = (page: Page) => page.getByLabel('Statement', { exact: true });

test('what is typed while the server dies, and while it is gone, is saved once it is back', async ({ page }) => {
  const mill = await article(rena, 'The mill employs 340 people.\n\nNobody counted them.', { title: 'A mill' });
  await signIn(page, rena);
  await page.goto(desk.at(`/articles/${mill.id}`));
  await articleText(page);
  await drawOver(page, 'The mill employs 340 people.');
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await statement(page).fill('The mill');
  await statement(page).press('End');
  await statement(page).pressSequentially(' of Saltmere', { delay: 20 });
  await desk.kill();
  await statement(page).pressSequentially(' employs 340 people', { delay: 20 });
  await expect(indicator(page)).toHaveText(/^Offline: \d changes? kept$/);
  await statement(page).pressSequentially(' in 2026.', { delay: 20 });
  await desk.restart();
  await expect(indicator(page)).toHaveText('Saved', { timeout: 40_000 });
  const { items } = (await rena.call('listClaims', { params: { id: mill.id } })).value;
  expect(items).toMatchObject([{ statement: 'The mill of Saltmere employs 340 people in 2026.' }]);
});
