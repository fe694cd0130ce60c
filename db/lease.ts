import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, DatabaseBusy, unavailable } from './client';

/** Seconds for which a lease holds without a sign of life, by the database's clock. */
const TERM = 20;
const SIGN_OF_LIFE = 5_000;
const GLANCE = 100;

/**
 * Runs the job while no other process, on this machine or another, runs one under the same name. Waits up to
 * `patience` milliseconds for its turn, then throws. A holder that dies is succeeded when its term has run out.
 * The job must do no harm if it is run twice in a row: a holder that stood still for a whole term may be overtaken.
 */
export async function underLease<T>(db: Database, name: string, job: () => Promise<T>, patience = 60_000): Promise<T> {
  const holder = randomUUID();
  await db.write((tx) => tx.run(LEASES));
  await until(performance.now() + patience, () => take(db, name, holder), name);
  const signOfLife = setInterval(() => void take(db, name, holder).catch(() => undefined), SIGN_OF_LIFE);
  try {
    return await job();
  } finally {
    clearInterval(signOfLife);
    await db.write((tx) => tx.run(sql`DELETE FROM leases WHERE name = ${name} AND holder = ${holder}`));
  }
}

/** Not in the schema, because it must be there before the first migration. */
const LEASES = sql`
  CREATE TABLE IF NOT EXISTS leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, ends_at INTEGER NOT NULL) STRICT`;

/** Takes or prolongs the lease; false while somebody else has it, or a lock keeps us from asking. */
async function take(db: Database, name: string, holder: string): Promise<boolean> {
  try {
    const rows = await db.write((tx) =>
      tx.all(sql`
        INSERT INTO leases (name, holder, ends_at) VALUES (${name}, ${holder}, unixepoch() + ${TERM})
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at
          WHERE leases.holder = excluded.holder OR leases.ends_at < unixepoch()
        RETURNING holder`),
    );
    return rows.length > 0;
  } catch (error) {
    if (unavailable(error) instanceof DatabaseBusy) return false;
    throw error;
  }
}

async function until(deadline: number, done: () => Promise<boolean>, name: string): Promise<void> {
  while (!(await done())) {
    if (performance.now() > deadline)
      throw new Error(`Another process has held the lease "${name}" for too long. End it, or wait, and start again.`);
    await pause(GLANCE);
  }
}
