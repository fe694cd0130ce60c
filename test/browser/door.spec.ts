import { expect, type Page, test } from '@playwright/test';
import { type Desk, expectAccessible, openDesk, signIn } from './door/desk';

// one story, told in order, on a desk of its own
test.describe.configure({ mode: 'serial' });

const ada = { email: 'ada@desk.example', password: 'four words in a row' };
let desk: Desk;

test.beforeAll(async () => {
  desk = await openDesk();
});
test.afterAll(() => desk.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the first administrator sets up the desk by keyboard alone, and is told by field what is wrong', async ({
  page,
}) => {
  await page.goto(desk.setupLink);
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('Ada Moreau');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada at desk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('too short');
  await page.keyboard.press('Enter');
  const email = page.getByLabel('E-mail address');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/an e-mail address like/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/at least 12 characters\./);
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Moreau');
  await expectAccessible(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(ada.email);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(ada.password);
  for (let n = 0; n < 2; n += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('The Weekly');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(desk.at('/'));
  await expect(page.getByRole('button', { name: 'Ada Moreau: your menu' })).toBeVisible();
});

test('the setup link opens nothing any more', async ({ page }) => {
  await page.goto(desk.setupLink);
  await expect(page.getByRole('heading', { name: 'This desk is set up already' })).toBeVisible();
});

test('what is typed before the page is ready is kept, and none of it goes into the address', async ({ page }) => {
  let letScriptsCome = () => {};
  const ready = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route('**/*.js', (route) => ready.then(() => route.continue()));
  await page.goto(desk.at('/sign-in'), { waitUntil: 'commit' });
  await page.getByLabel('E-mail address').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.keyboard.press('Enter');
  letScriptsCome();
  await button(page, 'Sign in').click();
  await expect(page).toHaveURL(desk.at('/'));
});

test('whoever is signed out is asked to sign in, and then is where they wanted to go', async ({ page }) => {
  await page.goto(desk.at('/settings?from=mail'));
  await expect(page).toHaveURL(desk.at('/sign-in?next=%2Fsettings%3Ffrom%3Dmail'));
  await expectAccessible(page);
  await signIn(page, { ...ada, password: 'not what it is' });
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The e-mail address or the password is wrong.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(ada.email);
  await signIn(page, ada);
  await expect(page).toHaveURL(desk.at('/settings?from=mail'));
});

test('an address of another site after signing in leads to the desk instead', async ({ page }) => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
    await page.context().clearCookies();
    await page.goto(desk.at(`/sign-in?next=${encodeURIComponent(next)}`));
    await signIn(page, ada);
    await expect(page).toHaveURL(desk.at('/'));
  }
});

test('an invited person joins with a password, once', async ({ page }) => {
  await page.goto(desk.at('/sign-in'));
  await signIn(page, ada);
  await expect(page).toHaveURL(desk.at('/'));
  const made = await page.request.post(desk.at('/api/v1/invitations'), {
    headers: { origin: desk.at('') },
    data: { role: 'editor', email: 'bea@desk.example' },
  });
  const { link } = (await made.json()) as { link: string };
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Join The Weekly' })).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('bea@desk.example');
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Bea Okafor');
  await page.getByLabel('Password', { exact: true }).fill('a password of my own');
  await button(page, 'Join').click();
  await expect(page.getByRole('button', { name: 'Bea Okafor: your menu' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This link was used already');
  await expectAccessible(page);
});

test('a reset link sets a new password, and the old one opens nothing', async ({ page }) => {
  const { link } = desk.admin('person', 'reset-password', '--email', 'bea@desk.example');
  await page.goto(link ?? '');
  await expect(page.getByRole('heading', { name: 'A new password for Bea Okafor' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await button(page, 'Set the password and sign in').click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.getByLabel('Password', { exact: true }).fill('another one, much longer');
  await button(page, 'Show the password').click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');
  await button(page, 'Set the password and sign in').click();
  await expect(page).toHaveURL(desk.at('/'));
  await page.context().clearCookies();
  await page.goto(desk.at('/sign-in'));
  await signIn(page, { email: 'bea@desk.example', password: 'a password of my own' });
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
});

test('what was typed survives a server that does not answer', async ({ page, context }) => {
  await page.goto(desk.at('/sign-in'));
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await context.setOffline(true);
  await signIn(page, ada);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The server did not answer.');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(ada.password);
  await context.setOffline(false);
  await button(page, 'Sign in').click();
  await expect(page).toHaveURL(desk.at('/'));
});
