import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compressStatics } from './brotli.mjs';
import { SetupFailure } from './failure.mjs';
import { lockFolder, sayWaiting } from './install.mjs';
import { withLock } from './lock.mjs';
import { run } from './process.mjs';
import { distDir, root } from './root.mjs';
import { timed } from './say.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';

/** Everything from which the pages are built. */
const sources = [
  ...['app', 'client', 'components', 'db', 'domain', 'formats', 'public'],
  ...['proxy.ts', 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
];

const stampFile = () => join(distDir(), 'stet-built');

const isBuilt = () => readStamp(stampFile()) === stampOf(root, sources);

/** Builds the pages if their sources have changed since they were last built. */
export async function ensureBuilt() {
  if (!isBuilt()) await build({ unlessBuilt: true });
}

/**
 * Builds the pages and stamps them with the sources they came from.
 * @param {{ unlessBuilt?: boolean }} [options] unlessBuilt: not if another process has done so meanwhile
 */
export async function build({ unlessBuilt = false } = {}) {
  await withLock(
    lockFolder,
    async (held) => {
      if (!(unlessBuilt && isBuilt())) await timed('Building the pages', () => buildNow(held.adopt));
    },
    sayWaiting,
  );
}

/** @param {(pid: number) => void} onStart */
async function buildNow(onStart) {
  rmSync(stampFile(), { force: true });
  const stamp = stampOf(root, sources); // before building: what changes meanwhile makes it stale
  const next = join(root, 'node_modules/next/dist/bin/next');
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await run(process.execPath, [next, 'build'], { env, onStart });
  if (code !== 0) throw new SetupFailure(`The build failed:\n\n${output}`);
  await compressStatics(distDir());
  writeStamp(stampFile(), stamp);
}
