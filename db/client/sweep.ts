import Database from 'libsql/promise';

/** Merges the index into one piece, which leaves out the words of what was taken from it. */
export const SWEEP_INDEX = "INSERT INTO search_index(search_index) VALUES ('optimize')";

/** What SQLite throws when others were at the file, in the form in which every lock is told. */
class StillRead extends Error {
  readonly code = 'SQLITE_BUSY';
}

/**
 * Writes the file anew with what is in it and nothing else, on a thread of libSQL's own, and empties the write-ahead
 * log. `timeout` is in ms. Nothing else of this process may write meanwhile.
 */
export async function sweepFile(file: string, timeout: number): Promise<void> {
  const database = new Database(file, { timeout });
  try {
    await database.exec(SWEEP_INDEX);
    await database.exec('VACUUM');
    const checkpoint = await database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
    const { busy } = (await checkpoint.get([])) as { busy: number };
    if (busy) throw new StillRead('Another process still reads what the write-ahead log holds.');
  } finally {
    database.close();
  }
}
