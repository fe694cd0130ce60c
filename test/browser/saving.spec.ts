import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { type Change, changeOf, type Write } from '@/client/outbox/change';
import type { Claim } from '@/domain/claim';
import { objectionsTo } from './desk/accessible';

const password = 'correct horse battery';
const text = 'The council felled 41 trees in Elm Row. Nobody counted them.';

const admin = (...args: string[]): Record<string, string> => {
  const env = { ...process.env, DATABASE_URL: process.env.STET_TEST_DATABASE_URL };
  return JSON.parse(execFileSync(process.execPath, ['bin/run.mjs', 'admin', ...args], { env, encoding: 'utf8' }));
};

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies'];
type Reviewer = { id: string; token: string; cookies: Cookies };

/** A person with a password, made at the command line, and signed in once: signing in is limited. */
async function reviewer(request: APIRequestContext, name: string): Promise<Reviewer> {
  const email = `${randomUUID()}@desk.example`;
  const made = admin('person', 'add', '--name', name, '--email', email, '--role', 'reviewer', '--token');
  const secret = new URL(admin('person', 'reset-password', '--email', email).link!).hash.slice(1);
  const origin = process.env.STET_TEST_ORIGIN!;
  const reset = await request.post(`${origin}/api/v1/password-resets`, {
    data: { secret, password },
    headers: { origin },
  });
  expect(reset.ok()).toBe(true);
  return { id: made.id!, token: made.token!, cookies: (await request.storageState()).cookies };
}

let ada: Reviewer;
test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  ada = await reviewer(request, 'Ada Reyes');
  await request.dispose();
});

/** The reviewer signed in on the page's browser, with an article under check and a claim in it. */
async function atTheDesk(page: Page, { id, token, cookies } = ada) {
  await page.context().addCookies(cookies);
  const headers = { authorization: `Bearer ${token}` };
  const api = {
    post: async (path: string, data: object) => (await page.request.post(`/api/v1${path}`, { data, headers })).json(),
    claims: async (): Promise<Claim[]> =>
      (await (await page.request.get(`/api/v1/articles/${article.id}/claims`, { headers })).json()).items,
    patch: async (path: string, data: object) => {
      const etag = (await page.request.get(`/api/v1${path}`, { headers })).headers().etag!;
      await page.request.patch(`/api/v1${path}`, { data, headers: { ...headers, 'if-match': etag } });
    },
  };
  const article = await api.post('/articles', { content: text, title: 'Trees of Elm Row' });
  const anchor = { start: 0, end: 11, exact: 'The council' };
  const claim: Claim = await api.post(`/articles/${article.id}/claims`, { anchor });
  await page.goto('/');
  await expect(indicator(page)).toHaveText(/Saved/);
  return { person: id, api, article, claim };
}

const indicator = (page: Page) => page.locator('[data-saving]');
const says = (page: Page, words: string) => expect(indicator(page)).toContainText(words);

/** What another tab, closed since, left in this browser's store: this page takes it over and sends it. */
async function leaveBehind(page: Page, person: string, changes: Change[]): Promise<void> {
  await page.evaluate(
    async ([name, left]) => {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name, 1);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const transaction = database.transaction('changes', 'readwrite');
      for (const change of left) transaction.objectStore('changes').put(change);
      await new Promise((done) => transaction.addEventListener('complete', done));
      database.close();
      new BroadcastChannel(name).postMessage({ type: 'changes', put: left, removed: [] });
    },
    [`stet-outbox-${person}`, changes] as const,
  );
}

const left = (articleId: string, claimId: string, write: Write, base: Change['base'] = {}): Change =>
  changeOf({ tab: randomUUID(), articleId, claimId, write, base, now: Date.now() });

const edit = (claim: Claim, statement: string): Change =>
  left(claim.articleId, claim.id, { do: 'edit', fields: { statement } }, { statement: claim.statement });

const onlyThese = async (page: Page): Promise<void> => {
  expect(await objectionsTo(page)).toEqual([]);
};

test('what a closed page left is sent once by the one that is opened next', async ({ page }) => {
  const { person, api, article, claim } = await atTheDesk(page);
  const anchor = { start: 12, end: 27, exact: 'felled 41 trees' };
  await leaveBehind(page, person, [
    left(article.id, 'new-1', { do: 'create', claim: { anchor, statement: 'The council felled 41 trees.' } }),
    edit(claim, 'The council of Elm Row'),
  ]);
  await expect
    .poll(async () => (await api.claims()).map(({ statement }) => statement))
    .toEqual(['The council of Elm Row', 'The council felled 41 trees.']);
  await says(page, 'Saved');
  await page.reload();
  await says(page, 'Saved');
  expect(await api.claims()).toHaveLength(2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a stale write shows both versions, and the person chooses by field, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { person, api, claim } = await atTheDesk(page);
    await api.patch(`/claims/${claim.id}`, {
      statement: 'Theirs: the council of the town',
      rationale: 'Their reasons.',
    });
    const statement = 'Mine: the council of Elm Row';
    await leaveBehind(page, person, [
      left(
        claim.articleId,
        claim.id,
        { do: 'edit', fields: { statement, verdict: 'mixed' } },
        {
          statement: claim.statement,
          verdict: null,
        },
      ),
    ]);
    await says(page, '1 change needs your decision');
    await expect
      .poll(api.claims) // what is not in conflict is sent while the person decides
      .toMatchObject([{ statement: 'Theirs: the council of the town', verdict: 'mixed' }]);
    await indicator(page).click();
    const dialog = page.getByRole('dialog', { name: 'Your decision is needed' });
    await expect(dialog).toContainText('Theirs: the council of the town');
    await onlyThese(page);
    await page.screenshot({ path: `test-results/saving/conflict-${colorScheme}.png` });
    await dialog.getByRole('radio', { name: /Yours/ }).check();
    await dialog.getByRole('button', { name: 'Save what I chose' }).click();
    await says(page, 'Saved');
    await expect(dialog).toBeHidden();
    expect(await api.claims()).toMatchObject([{ statement, verdict: 'mixed', rationale: 'Their reasons.' }]);
  });
}

test('an expired session asks to sign in on top of the page, and then saves', async ({ page, context }) => {
  const { person, api, claim } = await atTheDesk(page);
  await context.clearCookies();
  await leaveBehind(page, person, [edit(claim, 'Typed after the session had ended')]);
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toContainText('Your change is kept on this page');
  await onlyThese(page);
  await page.screenshot({ path: 'test-results/saving/sign-in-again.png' });
  await page.keyboard.press('Escape');
  await says(page, 'Sign in to save 1 change');
  await indicator(page).click();
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await says(page, 'Saved');
  await expect(dialog).toBeHidden();
  expect(await api.claims()).toMatchObject([{ statement: 'Typed after the session had ended' }]);
});

test('without a network changes are kept and counted, and sent when it is back', async ({ page, context }) => {
  const { person, api, claim } = await atTheDesk(page);
  await context.setOffline(true);
  await says(page, 'Offline, all saved');
  await leaveBehind(page, person, [edit(claim, 'Typed in a tunnel')]);
  await says(page, 'Offline: 1 change kept');
  await page.setViewportSize({ width: 390, height: 800 });
  await says(page, 'Offline: 1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await onlyThese(page);
  await page.screenshot({ path: 'test-results/saving/offline-390.png' });
  await context.setOffline(false);
  await says(page, 'Saved');
  expect(await api.claims()).toMatchObject([{ statement: 'Typed in a tunnel' }]);
});

test('what the desk refuses is kept with its reason until the person decides', async ({ page }) => {
  const { person, api, claim } = await atTheDesk(page);
  await leaveBehind(page, person, [
    left(claim.articleId, claim.id, { do: 'submit' }),
    left(
      claim.articleId,
      claim.id,
      { do: 'edit', fields: { saidAt: 'nowhere', statement: 'Good' } },
      {
        saidAt: null,
        statement: claim.statement,
      },
    ),
  ]);
  await says(page, '2 changes need your decision');
  await indicator(page).click();
  const dialog = page.getByRole('dialog', { name: 'Your decision is needed' });
  await expect(dialog).toContainText('Choose a verdict.');
  await expect(dialog).toContainText('Give a full web address');
  await expect(dialog).toContainText('nowhere');
  await onlyThese(page);
  await page.screenshot({ path: 'test-results/saving/refused.png' });
  expect(await api.claims()).toMatchObject([{ statement: 'Good', saidAt: null, state: 'draft' }]);
  for (const name of ['Do not submit it', 'Discard it']) {
    await dialog.getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Discard the change' }).click();
  }
  await says(page, 'Saved');
});

test('in the workspace the last key before leaving is kept, shown in other tabs, and undone from the article', async ({
  page,
  context,
}) => {
  const { api, claim } = await atTheDesk(page);
  const address = `/articles/${claim.articleId}#claim-${claim.id}`;
  const statement = (on: Page) => on.getByLabel('Statement', { exact: true });
  await page.goto(address);
  await statement(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' of the town');
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('about:blank');
  await page.goto(address);
  await expect(statement(page)).toHaveValue('The council of the town');
  await says(page, 'Saved');
  expect(await api.claims()).toMatchObject([{ statement: 'The council of the town' }]);

  const other = await context.newPage();
  await other.goto(address);
  await expect(statement(other)).toHaveValue('The council of the town');
  await statement(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' hall');
  await expect(statement(other)).toHaveValue('The council of the town hall');
  await says(page, 'Saved');
  await says(other, 'Saved');

  await page.keyboard.press('Escape');
  await expect(page.locator('.article-text')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(statement(page)).toHaveValue('The council of the town');
  await page.keyboard.press('Control+Shift+z');
  await expect(statement(page)).toHaveValue('The council of the town hall');
  await says(page, 'Saved');
  expect(await api.claims()).toMatchObject([{ statement: 'The council of the town hall' }]);
});

test('closing the page with something unsent asks first', async ({ page, context }) => {
  const { person, claim } = await atTheDesk(page);
  await context.setOffline(true);
  await leaveBehind(page, person, [edit(claim, 'Unsent')]);
  await says(page, 'Offline: 1 change kept');
  await page.mouse.click(700, 700);
  const asked = page.waitForEvent('dialog');
  page.close({ runBeforeUnload: true }).catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
});

test('a page of one person sends nothing under the session of another', async ({ page, context }) => {
  const { person, api, claim } = await atTheDesk(page);
  const other = await context.newPage();
  await context.clearCookies();
  await atTheDesk(other, await reviewer(other.request, 'Bo Quill'));
  await leaveBehind(page, person, [edit(claim, 'Typed by Ada')]);
  await says(page, 'Somebody else is signed in: 1 change kept');
  expect(await api.claims()).toMatchObject([{ statement: claim.statement }]);
});
