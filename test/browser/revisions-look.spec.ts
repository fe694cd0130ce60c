import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth } from './desk/accessible';
import { type Desk, openDesk, signIn } from './desk/desk';
import type { Colleague } from './desk/people';
import { after, tram } from './revisions/tram';
import { panel, paper, ready } from './workspace/paper';

/** Articles with a second revision: as usual, with awkward words, with many claims, and with none. */
type Papers = { usual: string; awkward: string; many: string; none: string };

let desk: Desk;
let rena: Colleague;
let edda: Colleague;
let papers: Papers;
test.beforeAll(async () => {
  test.setTimeout(180_000); // six hundred requests, one after the other
  desk = await openDesk();
  rena = await desk.join('reviewer', 'Rena Okafor');
  edda = await desk.join('editor', 'Edda Moreau');
  papers = { usual: await usual(), awkward: await awkward(), many: await many(), none: await none() };
});
test.afterAll(() => desk.close());

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);

async function usual(): Promise<string> {
  const article = await tram(rena);
  await article.revise(after, { by: edda, reason: 'The paper corrected its figures.' });
  return article.id;
}

async function awkward(): Promise<string> {
  const arabic = 'قال رئيس البلدية إن ٤٥ في المئة يستخدمون الترام كل يوم.';
  const gone = `Gone: ${word} ${word}.`;
  const article = await paper(rena, [arabic, `${word} paid 12 euros.`, gone, 'It stays.'].join('\n\n'), word);
  await article.claim('٤٥ في المئة يستخدمون الترام', { statement: 'Z'.repeat(600), verdict: 'false' });
  await article.claim(`${word} paid 12 euros.`, { statement: arabic, verdict: 'mostly-true' });
  await article.claim(gone, { statement: word });
  const now = [arabic.replace('٤٥', '٥٤'), `${word} paid 13 euros.`, 'It stays.'].join('\n\n');
  await article.revise(now, { title: `${word} again`, reason: `${word}\n${arabic}` });
  return article.id;
}

const figures = Array.from({ length: 300 }, (_, at) => `In the town of number ${at} they counted ${at + 40} herons.`);

async function many(): Promise<string> {
  const article = await paper(rena, figures.join('\n\n'), 'Three hundred herons');
  for (const figure of figures) await article.claim(figure);
  const now = figures.map((figure, at) => (at % 2 ? figure : figure.replace('herons', 'cranes')));
  await article.revise(now.filter((_, at) => at % 10 !== 3).join('\n\n'));
  return article.id;
}

async function none(): Promise<string> {
  const article = await paper(rena, 'Nobody has checked this.', 'An article without claims');
  await article.revise('Nobody has checked this yet.');
  return article.id;
}

type Screen = {
  what: string;
  path: (id: string) => string;
  until: (page: Page, which: keyof Papers) => Promise<unknown>;
  who?: 'editor';
};
const screens: Screen[] = [
  {
    what: 'the report',
    path: (id) => `/articles/${id}/revisions/newest`,
    until: (page) => expect(page.getByRole('heading', { name: /^What revision 2 did/ })).toBeVisible(),
  },
  {
    what: 'the timeline',
    path: (id) => `/articles/${id}/revisions?from=1&to=2`,
    until: (page) => expect(page.getByRole('heading', { name: 'What changed in the text' })).toBeVisible(),
  },
  {
    what: 'a new revision, looked at',
    path: (id) => `/articles/${id}/revisions/new`,
    until: async (page) => {
      const box = page.getByLabel('The article as it reads now');
      const isKept = await page.evaluate(() =>
        Object.keys(localStorage).some((key) => key.startsWith('stet.revision.')),
      );
      if (!isKept) {
        await box.fill(`${word}\n\nAnother text altogether.\n\nAdvertisement`);
        await box.press('ControlOrMeta+Enter');
      }
      await expect(page.getByRole('button', { name: 'Add revision 3' })).toBeEnabled();
    },
  },
  {
    what: 'a correction, looked at',
    who: 'editor',
    path: (id) => `/articles/${id}/revisions/correct`,
    until: async (page) => {
      await page.getByRole('textbox', { name: 'Text of the article' }).click();
      await page.keyboard.type('x');
      await expect(page.getByRole('button', { name: 'Throw it away' }).last()).toBeVisible();
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.getByRole('heading', { name: 'What it does to the claims' })).toBeVisible();
    },
  },
  {
    what: 'the workspace with a claim to settle',
    path: (id) => `/articles/${id}`,
    until: async (page, which) => {
      await ready(page);
      await page.keyboard.press('j');
      if (which !== 'none') await expect(page.getByRole('region', { name: 'To be settled' })).toBeVisible();
    },
  },
];

const shots = process.env.STET_SHOTS;

async function look(page: Page, what: string, width: number, inBoth: boolean): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${what} ${width}.png`, fullPage: width !== 390 });
  await (inBoth ? expectAccessibleInBoth : expectAccessible)(page, `${what}, ${width} px`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width);
}

for (const { what, path, until, who } of screens) {
  for (const which of ['usual', 'awkward', 'many', 'none'] as const) {
    test(`${what} is accessible and holds what is ${which}, wide and narrow`, async ({ page }) => {
      if (which === 'many') test.slow(); // axe looks at every one of three hundred claims
      await signIn(page, who === 'editor' ? edda : rena);
      for (const width of which === 'many' ? [390] : [1440, 1024, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto('about:blank');
        await page.goto(desk.at(path(papers[which])));
        await until(page, which);
        // what is awkward or missing changes where things stand, not their colours
        await look(page, `${what}, ${which}`, width, which === 'usual');
      }
    });
  }
}

test('three hundred claims are settled one after the other without a stop', async ({ page }) => {
  await signIn(page, rena);
  await page.goto(desk.at(`/articles/${papers.many}/revisions/newest`));
  await expect(page.getByText('180 claims are to be settled.')).toBeVisible();
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('s');
  await expect(page.getByText('175 claims are to be settled.')).toBeVisible();
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  await page.goto(desk.at(`/articles/${papers.many}`));
  await ready(page);
  await expect(page.getByRole('heading', { name: /No longer in the article/ })).toContainText('(30)');
  await page.keyboard.press('j');
  await expect(panel(page)).toBeVisible();
});
