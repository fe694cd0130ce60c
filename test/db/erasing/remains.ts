import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

/** The tables in which some of these words stand, as SQLite's own dump of each row has them. */
export async function tablesWith(words: readonly string[]): Promise<string[]> {
  const { read } = database();
  const tables = await read.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'search\\_index%' escape '\\'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = JSON.stringify(await read.all(sql.raw(`select * from "${name}"`)));
    found.push(...words.filter((word) => rows.includes(word)).map((word) => `${name}: ${word}`));
  }
  return found;
}

/** The words of these that stand anywhere in the bytes of the database's files, the write-ahead log included. */
export function bytesWith(folder: string, words: readonly string[]): string[] {
  const files = ['stet.db', 'stet.db-wal'].map((name) => join(folder, name)).filter((path) => existsSync(path));
  return files.flatMap((path) => {
    const bytes = readFileSync(path);
    return words.filter((word) => bytes.includes(word)).map((word) => `${path.slice(folder.length)}: ${word}`);
  });
}
