import { expect, type Page, test } from '@playwright/test';
import { objectionsInBoth } from './desk/accessible';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { evidence, type Paper, panel, paper, ready } from './workspace/paper';

let desk: Desk;
let rena: Colleague;
let edda: Colleague;
let article: Paper;
test.beforeAll(async () => {
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
  edda = await desk.join('editor', 'Edda Moreau');
  article = await awkward(rena);
});
test.afterAll(() => desk.close());

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);

/** An article of right-to-left text and of words longer than any line, with claims as awkward as it is. */
async function awkward(owner: Colleague): Promise<Paper> {
  const made = await paper(
    owner,
    `قال رئيس البلدية إن ٤٥ في المئة يستخدمون الترام كل يوم.\n\n${word} paid 12 euros.`,
    word,
  );
  const claim = await made.claim('٤٥ في المئة يستخدمون الترام', {
    statement: 'Z'.repeat(600),
    claimant: { name: 'Q'.repeat(150), type: 'person' },
    verdict: 'false',
    rationale: `**${word}** [1]`,
  });
  const body = { ...evidence('W'.repeat(300)), quote: word, locator: word, note: word };
  await owner.call('addEvidence', { params: { id: claim.id }, body });
  await made.submit(claim);
  await made.claim('12 euros', { verdict: 'mostly-true' });
  return made;
}

async function look(page: Page, width: number): Promise<void> {
  expect(await objectionsInBoth(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await page.locator('#bar').evaluate(crowded), 'parts of the bar without room for what is in them').toEqual([]);
}

/** Parts of the bar whose content stands out over its neighbour's; the title may be cut short. */
const crowded = (bar: Element): string[] =>
  [...bar.children]
    .filter((part) => part.id !== 'header-title' && part.scrollWidth > part.clientWidth + 1)
    .map((part) => part.outerHTML);

for (const width of [1440, 1024, 390, 320]) {
  test(`the workspace holds awkward text, light and dark, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, edda); // an editor's bar is the fullest
    await page.goto(desk.at(`/articles/${article.id}`));
    await ready(page);
    await look(page, width);
    await page.keyboard.press('j');
    await expect(panel(page)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Rationale' })).toBeVisible();
    await look(page, width);
  });

  test(`the queue holds awkward text, light and dark, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, edda);
    await page.goto(desk.at(`/articles/${article.id}/queue`));
    await expect(page.getByText('Waiting for you')).toBeVisible();
    await look(page, width);
  });
}
