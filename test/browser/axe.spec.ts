import { expect, type Page, test } from '@playwright/test';
import { sampleArticle } from '@/bin/sample/article';
import { expectAccessibleInBoth } from './desk/accessible';
import { type Desk, openDesk, openSampleDesk, type SampleDesk, signIn } from './desk/desk';
import { articleText, drawOver } from './desk/selecting';

/** A screen: who looks, where, and what they do there until it shows. */
type Screen = {
  what: string;
  who?: 'reviewer' | 'editor' | 'admin';
  where: (desk: SampleDesk) => string;
  until: (page: Page) => Promise<unknown>;
};

let desk: SampleDesk;
let empty: Desk;
test.beforeAll(async () => {
  // mail that no server takes
  const mail = { STET_SMTP_URL: 'smtp://127.0.0.1:9', STET_MAIL_FROM: 'The Desk <stet@desk.example>' };
  [desk, empty] = [await openSampleDesk(), await openDesk(mail)];
});
test.afterAll(async () => {
  await Promise.all([desk.close(), empty.close()]);
});

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { name }).first()).toBeVisible();
const article = (desk: SampleDesk) => `/articles/${desk.article.id}`;
const edition = (desk: SampleDesk) => `/a/${desk.article.slug}`;
const mark = (page: Page, words: string) => page.locator('.claim-mark', { hasText: words }).first();

async function openClaim(page: Page): Promise<void> {
  await articleText(page);
  await mark(page, 'Rebuilding it cost').click();
  await expect(page.getByLabel('Statement')).toBeVisible();
}

async function pasteArticle(page: Page): Promise<void> {
  await page.getByLabel('Text of the article').fill(sampleArticle);
  await page.getByRole('button', { name: 'Show what was recognised' }).click();
}

const isKept = () => Object.keys(localStorage).some((key) => /^stet\.import\.(?!address)/.test(key));

const screens: Screen[] = [
  {
    what: 'the board, with claims selected',
    who: 'editor',
    where: () => '/board',
    until: async (page) => {
      await page.getByRole('checkbox').first().check();
      await page.getByText('More filters').click();
      await expect(page.getByRole('region', { name: 'Selected claims' })).toBeVisible();
    },
  },
  {
    what: 'the list of claims',
    who: 'editor',
    where: () => '/board?view=list',
    until: (page) => expect(page.getByRole('region', { name: 'Claims' })).toBeVisible(),
  },
  {
    what: 'what the bell tells',
    who: 'reviewer',
    where: () => '/board?view=articles',
    until: async (page) => {
      await page.getByRole('button', { name: /^Notifications/ }).click();
      await expect(page.getByRole('dialog', { name: 'Notifications' }).getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    what: 'the sign-in page',
    where: () => '/sign-in',
    until: (page) => expect(page.getByLabel('Password', { exact: true })).toBeVisible(),
  },
  {
    what: 'the setup page of a desk that is set up',
    where: () => '/setup#spent-long-ago-spent-long-ago',
    until: (page) => heading(page, /./),
  },
  {
    what: 'an invitation that is spent',
    where: () => '/invitation#spent-long-ago-spent-long-ago',
    until: (page) => heading(page, /./),
  },
  {
    what: 'a reset link that is spent',
    where: () => '/reset#spent-long-ago-spent-long-ago',
    until: (page) => heading(page, /./),
  },
  {
    what: 'a sign-in link that is spent',
    where: () => '/sign-in/link#spent-long-ago-spent-long-ago',
    until: (page) => heading(page, /./),
  },
  { what: 'a reviewer’s desk', who: 'reviewer', where: () => '/', until: (page) => heading(page, 'Waiting for me') },
  { what: 'an editor’s desk', who: 'editor', where: () => '/', until: (page) => heading(page, 'Waiting for me') },
  {
    what: 'a search that finds nothing',
    who: 'editor',
    where: () => '/?q=nothing-like-it',
    until: (page) => heading(page, 'No article matches'),
  },
  {
    what: 'the search with filters',
    who: 'editor',
    where: () => '/search?q=tram+-%22by+bus%22+type:claim',
    until: (page) => expect(page.locator('mark').first()).toBeVisible(),
  },
  {
    what: 'the import, pasting',
    who: 'reviewer',
    where: () => '/articles/new',
    until: (page) => page.getByLabel('Text of the article').fill('A text.'),
  },
  {
    what: 'the import, a draft with what is wrong and a paragraph being edited',
    who: 'editor',
    where: () => '/articles/new',
    until: async (page) => {
      // a draft that is kept comes in place of the box, which shows until then
      if (!(await page.evaluate(isKept))) await pasteArticle(page);
      await heading(page, /^21 paragraphs/);
      await page.getByLabel('Language').fill('no such language');
      await page.getByRole('button', { name: 'Import the article' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'Change what is marked' })).toBeVisible();
      await page.getByRole('button', { name: /^Edit: LARKMOOR/ }).click();
    },
  },
  { what: 'the workspace', who: 'reviewer', where: article, until: articleText },
  {
    what: 'the workspace with words selected',
    who: 'reviewer',
    where: article,
    until: async (page) => {
      await drawOver(page, 'with nineteen stops');
      await expect(page.getByRole('button', { name: /^Claim/ }).first()).toBeVisible();
    },
  },
  { what: 'the workspace with a claim open', who: 'reviewer', where: article, until: openClaim },
  {
    what: 'the workspace with a claim’s details and history open',
    who: 'editor',
    where: article,
    until: async (page) => {
      await openClaim(page);
      for (const part of ['Details', 'History']) await page.getByText(part, { exact: true }).click();
      await expect(page.getByText(/approved/i).first()).toBeVisible();
    },
  },
  {
    what: 'the workspace with the evidence form open',
    who: 'reviewer',
    where: article,
    until: async (page) => {
      await openClaim(page);
      await page.getByRole('button', { name: 'Add evidence' }).click();
      await page.getByRole('button', { name: 'Add evidence' }).last().click();
      await expect(page.locator('[aria-invalid]').first()).toBeVisible();
    },
  },
  {
    what: 'the command palette',
    who: 'reviewer',
    where: article,
    until: async (page) => {
      await articleText(page);
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('combobox')).toBeFocused();
    },
  },
  {
    what: 'the list of keys',
    who: 'reviewer',
    where: article,
    until: async (page) => {
      await articleText(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    what: 'a person’s menu',
    who: 'admin',
    where: () => '/',
    until: async (page) => {
      await page.getByRole('button', { name: /: your menu$/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    what: 'the queue',
    who: 'editor',
    where: (desk) => `${article(desk)}/queue`,
    until: (page) => heading(page, /closed in 1987/),
  },
  {
    what: 'a claim being returned',
    who: 'editor',
    where: (desk) => `${article(desk)}/queue`,
    until: async (page) => {
      await page.getByRole('button', { name: /^Return/ }).click();
      await expect(page.getByRole('dialog', { name: /^Return claim/ })).toBeVisible();
    },
  },
  {
    what: 'a queue in which nothing waits',
    who: 'reviewer',
    where: (desk) => `${article(desk)}/queue`,
    until: (page) => heading(page, 'Editors decide here'),
  },
  {
    what: 'publishing',
    who: 'editor',
    where: (desk) => `${article(desk)}/publish`,
    until: async (page) => {
      await heading(page, 'Publish edition 2');
      await page.getByRole('button', { name: 'Publish edition 2' }).click();
      await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    what: 'the desk in figures',
    who: 'editor',
    where: () => '/figures',
    until: async (page) => {
      await heading(page, 'From draft to decision');
      for (const summary of await page.getByText('Table', { exact: true }).all()) await summary.click();
    },
  },
  { what: 'the log', who: 'admin', where: () => '/log', until: (page) => heading(page, 'The log') },
  { what: 'one’s own settings', who: 'admin', where: () => '/settings', until: (page) => heading(page, /./) },
  { what: 'the desk’s settings', who: 'admin', where: () => '/settings/desk', until: (page) => heading(page, /./) },
  {
    what: 'the webhooks',
    who: 'admin',
    where: () => '/settings/webhooks',
    until: async (page) => {
      await page.getByLabel('Address of the receiver').fill('https://receiver.example/stet');
      await page.getByRole('button', { name: 'Add the webhook' }).click();
      await expect(page.getByLabel(/^The secret of/)).toHaveValue(/^whsec_/);
    },
  },
  { what: 'the scales', who: 'admin', where: () => '/settings/scales', until: (page) => heading(page, /./) },
  { what: 'a new scale', who: 'admin', where: () => '/settings/scales/new', until: (page) => heading(page, /./) },
  { what: 'the people', who: 'admin', where: () => '/people', until: (page) => heading(page, /./) },
  {
    what: 'an invitation being made',
    who: 'admin',
    where: () => '/people',
    until: async (page) => {
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await page.getByRole('button', { name: 'Make the link' }).click();
      await expect(page.getByLabel('The invitation’s link')).toBeVisible();
    },
  },
  {
    what: 'an article that is not there',
    who: 'reviewer',
    where: () => '/articles/none',
    until: (page) => heading(page, /./),
  },
  { what: 'the list of editions', where: () => '/', until: (page) => heading(page, /./) },
  { what: 'an edition', where: edition, until: (page) => heading(page, /checked$/) },
  { what: 'the page of a claim', where: (desk) => `${edition(desk)}/claims/1`, until: (page) => heading(page, /./) },
  { what: 'an edition that is not there', where: () => '/a/none', until: (page) => heading(page, /./) },
];

const widths = [1440, 390];

for (const { what, who, where, until } of screens) {
  test(`${what} is accessible, light and dark, wide and narrow`, async ({ page }) => {
    if (who) await signIn(page, desk[who]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('about:blank');
      await page.goto(desk.at(where(desk)));
      await until(page);
      await expectAccessibleInBoth(page, what);
    }
  });
}

test('an empty desk is accessible, light and dark, wide and narrow', async ({ page }) => {
  await signIn(page, empty.admin);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(empty.at('/'));
    await heading(page, 'Welcome, Aldo Brunner');
    await expectAccessibleInBoth(page, 'an empty desk');
  }
});

test('where mail is sent, its screens are accessible, light and dark, wide and narrow', async ({ page }) => {
  await signIn(page, empty.admin);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(empty.at('/settings/desk'));
    await page.getByRole('button', { name: 'Send a test message to me' }).click();
    await expect(page.getByText('Given up').first()).toBeVisible();
    await expect(page.getByText('No mail server answers at 127.0.0.1:9.').first()).toBeVisible();
    await expectAccessibleInBoth(page, 'how mail stands');
    await page.goto(empty.at('/settings'));
    await page.getByLabel('What presses').check();
    // what the bar covers in part counts as too small to press
    await page.evaluate(() => scrollTo(0, 0));
    await expectAccessibleInBoth(page, 'the choice about mail');
    await page.goto(empty.at('/sign-in/forgotten'));
    await page.getByLabel('E-mail address').fill(`somebody.${width}@elsewhere.example`);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await expect(page.getByText('Look into your mail')).toBeVisible();
    await expectAccessibleInBoth(page, 'a link that was asked for');
  }
});
