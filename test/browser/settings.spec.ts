import { expect, type Page, test } from '@playwright/test';
import { type Desk, expectAccessible, openDesk, setUp, signIn } from './door/desk';

// one story, told in order, on a desk of its own
test.describe.configure({ mode: 'serial' });

const ada = { email: 'ada@desk.example', password: 'four words in a row' };
const bea = { email: 'bea@desk.example', password: 'a password of my own' };
let desk: Desk;
let page: Page;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk();
  page = await (await browser.newContext()).newPage();
  await setUp(page, desk, ada);
});
test.afterAll(async () => {
  await page.context().close();
  await desk.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const go = async (path: string, heading: string) => {
  await page.goto(desk.at(path));
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
};

test('a person says what they are called and how editions credit them', async () => {
  await go('/settings', 'You');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('');
  await button('Save').click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada M. Moreau');
  await page.getByText('By another name').click();
  await page.getByLabel('Credited name').fill('A. Moreau');
  await button('Save').click();
  await expect(page.getByLabel('Notices')).toContainText('Saved.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Ada M. Moreau');
  await expect(page.getByLabel('Credited name')).toHaveValue('A. Moreau');
});

test('a token is shown once, and works until it is revoked', async ({ request }) => {
  await go('/settings', 'You');
  await page.getByLabel('What the new token is for').fill('Import script');
  await button('Make a token').click();
  const token = await page.getByLabel('The token “Import script”').inputValue();
  const ask = () => request.get(desk.at('/api/v1/me'), { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Access tokens' }).getByRole('listitem')).toContainText('last used on');
  await button('Revoke Import script').click();
  await button('Revoke the token').click();
  await expect(button('Revoke Import script')).toHaveCount(0);
  expect((await ask()).status()).toBe(401);
});

test('single-key shortcuts can be switched off, and stay off', async () => {
  await go('/settings', 'You');
  const keys = page.getByRole('switch', { name: 'Single-key shortcuts' });
  await keys.uncheck();
  await page.reload();
  await expect(keys).not.toBeChecked();
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keys.check();
});

test('an administrator invites somebody, who joins, and the invitation is gone', async ({ browser }) => {
  await go('/people', 'People');
  await button('Invite somebody').click();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Bea Okafor');
  await page.getByLabel('E-mail address').fill('bea');
  await button('Make the link').click();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.getByLabel('E-mail address').fill(bea.email);
  await button('Make the link').click();
  const link = await page.getByLabel('The invitation’s link').inputValue();
  await expectAccessible(page);
  await button('Done').click();
  await expect(page.getByText('bea@desk.example · Reviewer · expires')).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByLabel('Password', { exact: true }).fill(bea.password);
  await other.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(other).toHaveURL(desk.at('/'));
  await other.goto(desk.at('/people'));
  await expect(other.getByRole('listitem').filter({ hasText: 'Bea Okafor' })).toContainText('bea@desk.example');
  await expect(other.getByText(ada.email)).toHaveCount(0);
  await expect(other.getByRole('combobox')).toHaveCount(0);
  await expectAccessible(other);
  await other.context().close();
  await page.reload();
  await expect(page.getByText('Open invitations')).toHaveCount(0);
});

test('a role is changed and changed back; the last administrator stays one', async () => {
  await go('/people', 'People');
  const role = page.getByLabel('Role of Bea Okafor');
  await role.selectOption('Editor');
  await expect(page.getByLabel('Notices')).toContainText('Bea Okafor is now editor.');
  await button('Undo').click();
  await expect(role).toHaveValue('reviewer');
  await page.getByLabel('Role of Ada M. Moreau').selectOption('Editor');
  await button('Become editor').click();
  await expect(page.getByLabel('Notices')).toContainText('is the last administrator');
  await expect(page.getByLabel('Role of Ada M. Moreau')).toHaveValue('admin');
});

test('whoever is disabled is out at once, and can be let in again', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage();
  await other.goto(desk.at('/sign-in'));
  await signIn(other, bea);
  await expect(other).toHaveURL(desk.at('/'));
  await go('/people', 'People');
  await button('More about Bea Okafor').click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await button('Disable').click();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Bea Okafor' })).toContainText(
    'Disabled',
  );
  await expectAccessible(page);
  await other.goto(desk.at('/people'));
  await expect(other).toHaveURL(desk.at('/sign-in?next=%2Fpeople'));
  await signIn(other, bea);
  await expect(other.getByRole('main').getByRole('alert')).toContainText('Your access to this desk was ended.');
  await button('More about Bea Okafor').click();
  await page.getByRole('menuitem', { name: 'Let in again' }).click();
  await expect(page.getByLabel('Notices')).toContainText('Bea Okafor can sign in again.');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL(desk.at('/people'));
  await other.context().close();
});

test('a reset link is made for somebody, and shown once', async () => {
  await go('/people', 'People');
  await button('More about Bea Okafor').click();
  await page.getByRole('menuitem', { name: 'Make a reset link' }).click();
  await expect(page.getByLabel('The reset link')).toHaveValue(/\/reset#[\w-]{43}$/);
  await expectAccessible(page);
});

test('the desk is renamed, and set to one person', async () => {
  await go('/settings/desk', 'The desk');
  await page.getByLabel('Name of the desk').fill('The Weekly');
  await page.getByText('One person', { exact: true }).click();
  const contact = page.getByLabel('Where readers report an error');
  await contact.fill('by pigeon');
  await button('Save').click();
  await expect(contact).toHaveAccessibleDescription(/Give an e-mail address/);
  await contact.fill('corrections@weekly.example');
  await button('Save').click();
  await expect(page.getByLabel('Notices')).toContainText('Saved.');
  await page.reload();
  await expect(page.getByLabel('Name of the desk')).toHaveValue('The Weekly');
  await expect(contact).toHaveValue('corrections@weekly.example');
  await expect(page.getByRole('radio', { name: 'One person' })).toBeChecked();
  await expectAccessible(page);
});

test('a scale is added, and changed as a new version', async () => {
  await go('/settings/scales', 'Scales');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a scale' }).click();
  await page.getByLabel('Name of the scale').fill('Plain');
  const first = page.getByRole('group', { name: 'Verdict 1' });
  const second = page.getByRole('group', { name: 'Verdict 2' });
  await first.getByLabel('Label').fill('Wrong');
  await first.getByLabel('Definition').fill('It is wrong.');
  await second.getByLabel('Label').fill('wrong');
  await second.getByLabel('Definition').fill('It is right.');
  await button('Add the scale').click();
  await expect(page.getByLabel('Name of the scale')).toHaveAccessibleDescription(/There is a scale of this name/);
  await page.getByLabel('Name of the scale').fill('Yes or no');
  await button('Add the scale').click();
  await expect(second.getByLabel('Label')).toHaveAccessibleDescription(/used twice/);
  await expectAccessible(page);
  await second.getByLabel('Label').fill('Right');
  await button('Add the scale').click();
  await expect(page.getByRole('heading', { name: 'Yes or no version 1' })).toBeVisible();
  await page.getByRole('link', { name: 'New version of Yes or no' }).click();
  await button('Move Right up').click();
  await button('Save as version 2').click();
  const scale = page.getByRole('region', { name: 'Yes or no version 2' });
  await expect(scale.getByRole('listitem').first()).toContainText('Right');
});

test('a new password keeps this browser in, and signing out everywhere does not', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage();
  await other.goto(desk.at('/sign-in'));
  await signIn(other, ada);
  await expect(other).toHaveURL(desk.at('/'));
  await go('/settings', 'You');
  await page.getByLabel('Present password', { exact: true }).fill('not this one');
  await page.getByLabel('New password', { exact: true }).fill('five words in a row');
  await button('Change the password').click();
  await expect(page.getByLabel('Present password', { exact: true })).toHaveAccessibleDescription(/not your password/);
  await page.getByLabel('Present password', { exact: true }).fill(ada.password);
  await button('Change the password').click();
  await expect(page.getByLabel('Notices')).toContainText('Your password is changed.');
  await other.goto(desk.at('/settings'));
  await expect(other).toHaveURL(/sign-in/);
  await other.context().close();
  await go('/settings', 'You');
  await button('Sign out everywhere').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(desk.at('/sign-in'));
});
