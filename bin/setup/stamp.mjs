import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * SHA-256 over the names and bytes of files and of everything inside folders. What does not exist counts as absent.
 * Bytes, not times: a fresh checkout of the same sources has the same stamp.
 * @param {string} base
 * @param {string[]} paths relative to base
 */
export function stampOf(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => filesIn(base, each)).sort()) {
    const bytes = readFileSync(join(base, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(base, path) {
  const whole = join(base, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole).flatMap((name) => filesIn(base, `${path}/${name}`));
}

/** @param {string} file */
export const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/**
 * Replaces the file whole, so that nobody reads half a stamp.
 * @param {string} file
 * @param {string} stamp
 */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, stamp);
  renameSync(`${file}.new`, file);
}
