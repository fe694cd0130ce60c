import { randomUUID } from 'node:crypto';
import Database from 'libsql';

/**
 * Rows a second that one process can put on a database file, each committed to the disk by itself: prepared, through
 * libSQL's synchronous binding, under the desk's own settings and with nothing else done. What any save comes down to.
 */
export function bareInserts(file: string, seconds: number): number {
  const database = new Database(file);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('CREATE TABLE IF NOT EXISTS bench (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT');
    const insert = database.prepare('INSERT INTO bench (id, words) VALUES (?, ?)');
    const words = 'The authority’s own table for June says so. '.repeat(6);
    const began = performance.now();
    let rows = 0;
    for (; performance.now() - began < seconds * 1000; rows += 1) insert.run(randomUUID(), words);
    return rows / ((performance.now() - began) / 1000);
  } finally {
    database.close();
  }
}
