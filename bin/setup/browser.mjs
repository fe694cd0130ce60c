import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { run } from './process.mjs';
import { root } from './root.mjs';
import { timed } from './say.mjs';

/** The shell first: it draws the same pages without the windows of a browser around them, in two thirds of the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const macApplications = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * The browser to test with: CHROMIUM_PATH, else a system Chromium or Chrome. Null leaves it to Playwright's own.
 * @returns {string | null}
 */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.env.CHROMIUM_PATH || [...installed, ...macApplications].find((path) => existsSync(path)) || null;
}

/**
 * Makes sure that there is a browser to test with: as root on Debian its own Chromium is installed, elsewhere
 * Playwright's.
 */
export async function ensureBrowser() {
  if (findBrowser() || (await hasOwnBrowser())) return;
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const { code, output } = await timed('Installing a browser to test with', () =>
    isDebianRoot ? installDebians() : playwright(['install', 'chromium']),
  );
  if (code === 0) return;
  throw new SetupFailure(
    `No browser could be installed:\n\n${output}\nInstall Chromium or Chrome, or name one in CHROMIUM_PATH.`,
  );
}

async function installDebians() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const install = (/** @type {string} */ name) =>
    run('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
  const shell = await install('chromium-headless-shell');
  return shell.code === 0 ? shell : install('chromium');
}

/** @param {string[]} args */
const playwright = (args) => run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), ...args]);

async function hasOwnBrowser() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}
