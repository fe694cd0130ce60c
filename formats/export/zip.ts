import { type Zippable, zipSync } from 'fflate';

/** A file to pack, its path with `/`. */
type ToPack = { path: string; bytes: Uint8Array };

/** The same moment for every file, so that equal files make equal archives: the earliest that the format can hold. */
const mtime = '1980-01-01T00:00:00';

/** Fonts are compressed already. */
const levelOf = (path: string): 0 | 9 => (path.endsWith('.woff2') || path.endsWith('.png') ? 0 : 9);

/** The files as a zip archive; the same bytes for the same files. */
export function zipFiles(files: readonly ToPack[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of files) entries[path] = [bytes, { level: levelOf(path), mtime, os: 0 }];
  return zipSync(entries);
}

/** The same within a folder of this name. */
export const zipOf = (folder: string, files: readonly ToPack[]): Uint8Array =>
  zipFiles(files.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })));
