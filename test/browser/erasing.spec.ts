import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { withdraw } from '@/db/editions/withdraw';
import { atCommandLine } from '@/db/people/identify';
import { editPerson } from '@/db/people/people';
import { may, newPerson, value } from '@/test/desk';
import { expectAccessibleInBoth } from './desk/accessible';
import { signIn, underCheck, workOnServedDesk } from './editions/desk';

test.beforeAll(workOnServedDesk);

/** Where `STET_LOOK` names a folder, pictures of the screen to look at. */
async function look(page: Page, name: string): Promise<void> {
  if (!process.env.STET_LOOK) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${process.env.STET_LOOK}/${name}-${colorScheme}-${width}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 720 });
}

test('an administrator erases a withdrawn claim and a name, told beforehand what goes and what stays, by keyboard', async ({
  page,
}) => {
  const admin = await newPerson('admin', `Chief ${randomUUID().slice(0, 8)}`);
  const at = await underCheck();
  const id = await at.approved('41,200 containers', { statement: 'A zeppelin of a statement.' });
  await at.approved('300 people');
  value(await at.publish());
  value(await withdraw(may('publish', at.editor.actor), at.article.id, { claim: id, reason: 'It was wrong.' }));
  await signIn(page, admin);

  await page.goto(`/articles/${at.article.id}/publish`);
  const claims = page.getByRole('list', { name: 'Published claims' });
  await claims.getByRole('button', { name: 'Erase claim 1 …' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Erase claim 1?' });
  await expect(dialog).toContainText('This cannot be undone.');
  await expect(dialog).toContainText('The article’s own text');
  await expectAccessibleInBoth(page, 'what erasing takes');
  await look(page, 'claim-dialog');
  await dialog.getByLabel('Reason').focus();
  await page.keyboard.type('A court ordered it.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(claims).toContainText(`by ${(await page.request.get('/api/v1/me').then((me) => me.json())).name}`);
  await expect(claims).toContainText('A court ordered it.');
  await expect(page.getByText('zeppelin')).toHaveCount(0);
  await look(page, 'published-before');

  await page.goto(`/articles/${at.article.id}#claim-${id}`);
  await expect(page.getByRole('heading', { name: 'Erased claim' })).toBeVisible();
  await page.getByText('History', { exact: true }).click();
  await expect(page.getByText('(what it said was erased)').first()).toBeVisible();
  await look(page, 'erased-claim');

  const { id: reviewer } = at.reviewer;
  const name = at.reviewer.email.split('@')[0]!.replace('.', ' ');
  value(await editPerson(may('read', atCommandLine()), reviewer, 'any', { disabled: true }));
  await page.goto('/people');
  const row = page.getByRole('listitem').filter({ hasText: new RegExp(name, 'i') });
  await row.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Erase name and address …' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText(at.reviewer.email);
  await look(page, 'person-dialog');
  await asked.getByLabel('Reason').fill(`${at.reviewer.email} asked for it.`);
  await asked.getByRole('button', { name: 'Erase for good' }).click();
  await expect(asked.getByRole('alert')).toContainText('The reason repeats what is to be erased');
  await expect(asked.getByLabel('Reason')).toHaveValue(`${at.reviewer.email} asked for it.`);
  await asked.getByLabel('Reason').fill('Asked for by letter.');
  await asked.getByRole('button', { name: 'Erase for good' }).click();
  await expect(row).toHaveCount(0);
  const erased = page.getByRole('listitem').filter({ hasText: 'Asked for by letter.' });
  await expect(erased.filter({ hasText: 'Erased person' }).last()).toBeVisible();
  await expectAccessibleInBoth(page, 'people, one of them erased');
  await look(page, 'people');
  await page.goto('/log');
  await expect(page.getByText('erased a person’s name and address').first()).toBeVisible();
  await look(page, 'log');
});
