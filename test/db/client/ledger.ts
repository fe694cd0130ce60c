import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Database, openDatabase, type Tx } from '@/db/client';
import { newFolder } from '@/test/scratch';

/** The smallest table that can lose a line. */
export const line = sqliteTable('line', { id: integer().primaryKey(), words: text().notNull() });

/** A database file of its own in a temporary folder, with an empty table of lines. */
export async function ledger(): Promise<{ file: string; db: Database }> {
  const file = join(newFolder(), 'ledger.db');
  const db = openDatabase({ url: `file:${file}` });
  await db.write((tx) => tx.run(sql`CREATE TABLE line (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT`));
  return { file, db };
}

export const note = (tx: Tx, words: string) => tx.insert(line).values({ words });

export const written = (db: Database): Promise<string[]> =>
  db.read
    .select()
    .from(line)
    .orderBy(line.id)
    .then((rows) => rows.map(({ words }) => words));

/** What a process that had nothing to do with the writing finds in the file. */
export function readFromOutside(file: string): string[] {
  const script = `
    import { createClient } from '@libsql/client';
    const { rows } = await createClient({ url: process.argv[1] }).execute('SELECT words FROM line ORDER BY id');
    console.log(JSON.stringify(rows.map((row) => row.words)));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script, `file:${file}`], {
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(answer.toString());
}
