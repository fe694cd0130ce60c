import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { npm, run } from './process.mjs';
import { root } from './root.mjs';
import { say, timed } from './say.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';

const stampFile = join(root, 'node_modules/.stet-installed');

/** What the installed packages depend on: the lock file, and the machine for which binaries were chosen. */
const wanted = () => `${stampOf(root, ['package-lock.json'])} ${process.platform}-${process.arch}`;

const isInstalled = () => readStamp(stampFile) === wanted();

/** Where set-up keeps its lock: one for installing and building, so that neither happens under the other. */
export const lockFolder = join(root, '.stet');

/** @param {number} pid */
export const sayWaiting = (pid) => say(`Another Stet process (${pid}) is setting up; waiting for it …`);

/**
 * Installs the packages if the lock file has changed since they last were. Two processes at once install once.
 * `npm install`, not `npm ci`: see decision 13 in the folder's README.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(
    lockFolder,
    async (held) => {
      if (!isInstalled()) await timed('Installing the packages', () => install(held.adopt));
    },
    sayWaiting,
  );
}

/** @param {(pid: number) => void} onStart */
async function install(onStart) {
  const { command, args } = npm();
  const flags = ['install', '--include=dev', '--no-audit', '--no-fund'];
  const { code, output } = await run(command, [...args, ...flags], { onStart });
  if (code !== 0) {
    throw new SetupFailure(`npm install failed:\n\n${output}\nMend what it says and run the command again.`);
  }
  writeStamp(stampFile, wanted());
}
