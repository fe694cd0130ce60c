import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { newFolder } from '@/test/scratch';
import { startServer } from '../../server';
import { objectionsTo } from '../desk/accessible';

export type Given = { email: string; password: string };

/** A desk of its own for one story: a server over a new database, and its command line. */
export async function openDesk() {
  const folder = newFolder();
  const DATABASE_URL = `file:${folder}/stet.db`;
  const server = await startServer({ DATABASE_URL });
  return {
    setupLink: server.setupLink ?? '',
    at: (path: string): string => `${server.origin}${path}`,
    /** `npm run admin`, answering with what it prints */
    admin: (...args: string[]): Record<string, string> => {
      const env = { ...process.env, DATABASE_URL, STET_ORIGIN: server.origin };
      return JSON.parse(
        execFileSync(process.execPath, ['--import', 'tsx', 'bin/admin.ts', ...args], { env }).toString(),
      );
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Sets up the desk with its first administrator, who is then signed in. */
export async function setUp(page: Page, desk: Desk, { email, password }: Given): Promise<void> {
  await page.goto(desk.setupLink);
  await page.getByLabel('Your name').fill('Ada Moreau');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set up the desk' }).click();
  await expect(page).toHaveURL(desk.at('/'));
}

/** Fills the sign-in page and sends it; where that leads is the test's to say. */
export async function signIn(page: Page, { email, password }: Given): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await objectionsTo(page)).toEqual([]);
}
