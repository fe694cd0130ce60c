import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processMark } from './process.mjs';

/**
 * A lock that dies with its holder. Each taking of it is a numbered file that lists its holders by process id and
 * start; only the highest number counts. It is held while one of those processes lives. Nobody ever removes the
 * highest file: who finds it free makes the next number, which only one can, so a dead holder's lock is never
 * stolen twice.
 */

/**
 * @typedef {{ adopt: (pid: number) => void }} Held lets a child process hold the lock too, should we be killed before it
 */

/**
 * Does the work while no other process does any under the same folder.
 * @template T
 * @param {string} folder where the lock's files are kept
 * @param {(held: Held) => Promise<T>} work
 * @param {(holder: number) => void} [onWait] called once if another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait = () => undefined) {
  mkdirSync(folder, { recursive: true });
  const file = await take(folder, onWait);
  const holders = [process.pid];
  const write = () => writeFileSync(file, holders.map(holderLine).join('\n'));
  /** @param {number} pid */
  const adopt = (pid) => {
    holders.push(pid);
    write();
  };
  try {
    return await work({ adopt });
  } finally {
    holders.length = 0;
    write();
  }
}

/**
 * @param {string} folder
 * @param {(holder: number) => void} onWait
 * @returns {Promise<string>} the file that is ours
 */
async function take(folder, onWait) {
  for (let told = false; ; ) {
    const last = numbers(folder).at(-1) ?? 0;
    const holder = last === 0 ? null : livingHolder(fileOf(folder, last));
    if (holder === null) {
      if (makeNumber(folder, last + 1)) return fileOf(folder, last + 1);
      continue;
    }
    if (!told) onWait(holder);
    told = true;
    await pause(100);
  }
}

/**
 * Makes the file of this number, complete with its holder at the moment it appears. False when another process was
 * quicker, or has since gone beyond the number and cleared it away.
 * @param {string} folder
 * @param {number} number
 */
function makeNumber(folder, number) {
  const draft = join(folder, `draft-${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, holderLine(process.pid));
  try {
    linkSync(draft, fileOf(folder, number));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
  const all = numbers(folder);
  const mine = all.at(-1) === number;
  for (const old of mine ? all.slice(0, -1) : [number]) rmSync(fileOf(folder, old), { force: true });
  return mine;
}

/** @param {string} folder @param {number} number */
const fileOf = (folder, number) => join(folder, `${number}.lock`);

/** @param {string} folder */
const numbers = (folder) =>
  readdirSync(folder)
    .filter((name) => /^\d+\.lock$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);

/** @param {number} pid */
const holderLine = (pid) => `${pid} ${processMark(pid)}`;

/**
 * The first holder that is still alive, or null when the lock is free.
 * @param {string} file
 * @returns {number | null}
 */
function livingHolder(file) {
  const lines = readLines(file);
  const alive = lines.find((line) => {
    const [pid = '', mark] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
    return mark === processMark(Number(pid));
  });
  return alive === undefined ? null : Number.parseInt(alive, 10);
}

/** @param {string} file */
function readLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return []; // cleared away by whoever took the next number
  }
}
