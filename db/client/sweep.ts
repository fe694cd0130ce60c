import Database from 'libsql/promise';
import { persist } from './busy';

/** Merges the index into one piece, which leaves out the words of what was taken from it. */
export const SWEEP_INDEX = "INSERT INTO search_index(search_index) VALUES ('optimize')";

/** How long, in ms, others are waited for: writes of this process stand still meanwhile, and it can be done later. */
const PATIENCE = 1000;

/** Told as SQLite tells of a lock. */
class StillRead extends Error {
  readonly code = 'SQLITE_BUSY';
}

/**
 * Writes the file anew with what is in it and nothing else, on a thread of libSQL's own, and empties the write-ahead
 * log. `timeout` is in ms. Nothing else of this process may write meanwhile. Throws `DatabaseBusy` where others were at it.
 */
export async function sweepFile(file: string, timeout: number): Promise<void> {
  const database = new Database(file, { timeout });
  try {
    await patiently(async () => {
      await database.exec(SWEEP_INDEX);
      await database.exec('VACUUM');
    });
    await patiently(() => emptyLog(database));
  } finally {
    database.close();
  }
}

const patiently = (attempt: () => Promise<void>): Promise<void> => persist(attempt, performance.now() + PATIENCE);

async function emptyLog(database: Database): Promise<void> {
  const checkpoint = await database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  const { busy } = (await checkpoint.get([])) as { busy: number };
  if (busy) throw new StillRead('Another process still reads what the write-ahead log holds.');
}
