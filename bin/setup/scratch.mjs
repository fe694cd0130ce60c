import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux offers memory as a folder, and how many bytes of it must be free for a run of tests to move in. */
const MEMORY = '/dev/shm';
const ENOUGH = 2 * 1024 ** 3;

/**
 * Makes the folder in which a run of tests keeps its databases, tells its processes of it as `STET_SCRATCH`, and takes
 * it away when this process ends. Tests commit ten thousands of times, and a disk makes each commit wait.
 */
export function makeScratch() {
  if (process.env.STET_SCRATCH) return;
  const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'stet-tests-'));
  process.env.STET_SCRATCH = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

function hasMemory() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH;
}
