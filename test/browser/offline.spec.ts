import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { article, type Text } from './desk/checking';
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

const words = 'The ferry carried 41,200 passengers in June.';
/** What the header says of saving; on a phone it says it in fewer words. */
const indicator = (page: Page) => page.locator('[data-saving] span').filter({ visible: true });
const statement = (page: Page) => page.getByLabel('Statement', { exact: true });
const rationale = (page: Page) => page.getByRole('textbox', { name: 'Rationale' });
const claimsOf = async ({ id }: Text) => (await rena.call('listClaims', { params: { id } })).value.items;

const newArticle = () =>
  article(rena, `${words}\n\nIts director called that a record.`, { title: 'Ferry to Saltmere' });

async function withoutNetwork(context: BrowserContext, work: () => Promise<unknown>): Promise<void> {
  await context.setOffline(true);
  await work();
  await context.setOffline(false);
}

test('a claim made, proved and submitted without a network outlives a reload, and is sent when it is back', async ({
  page,
  context,
}) => {
  const ferry = await newArticle();
  await signIn(page, rena);
  await page.goto(desk.at(`/articles/${ferry.id}`));
  await articleText(page);
  await withoutNetwork(context, async () => {
    await expect(indicator(page)).toHaveText('Offline, all saved');
    await drawOver(page, words);
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await statement(page).fill('The Saltmere ferry carried 41,200 passengers in June 2026.');
    await page.getByText('True', { exact: true }).click();
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Monthly returns');
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await rationale(page).fill('The returns say so [1].');
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText('An editor decides on it.')).toBeVisible();
    await expect(indicator(page)).toHaveText(/^Offline: \d changes kept$/);
    // before the page is left: what leaves with it the browser sends by itself, past a network that is only made out to be gone
    expect(await claimsOf(ferry)).toEqual([]);
    page.once('dialog', (dialog) => dialog.accept()); // the page asks whether to leave with something unsent
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });
  await page.goto(desk.at(`/articles/${ferry.id}`));
  await expect(indicator(page)).toHaveText('Saved');
  expect(await claimsOf(ferry)).toMatchObject([
    {
      state: 'submitted',
      statement: 'The Saltmere ferry carried 41,200 passengers in June 2026.',
      verdict: 'true',
      rationale: 'The returns say so [1].',
      evidence: [{ number: 1, source: { title: 'Monthly returns' } }],
    },
  ]);
});

/** Holds back the script of the rationale's editor until it is let go. */
async function withoutEditor(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/*.js', async (route) => {
    const body = await (await route.fetch()).text();
    if (body.includes('Cite evidence')) await held;
    await route.fulfill({ body, contentType: 'text/javascript' });
  });
  return letGo;
}

test('whoever writes a rationale before its editor has come goes on writing when it comes', async ({ page }) => {
  const ferry = await newArticle();
  await signIn(page, rena);
  const letGo = await withoutEditor(page);
  await page.goto(desk.at(`/articles/${ferry.id}`));
  await articleText(page);
  await drawOver(page, words);
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await rationale(page).pressSequentially('The returns of ');
  const come = page.waitForResponse(async (answer) => (await answer.text()).includes('Cite evidence'));
  letGo();
  await come;
  await page.waitForTimeout(300);
  await page.keyboard.type('June say so.');
  await expect(indicator(page)).toHaveText('Saved');
  expect(await claimsOf(ferry)).toMatchObject([{ rationale: 'The returns of June say so.' }]);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('j');
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  await expect(rationale(page)).toHaveText('The returns of June say so.');
});
