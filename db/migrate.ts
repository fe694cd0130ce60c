import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { type Database, database } from './client';
import { underLease } from './lease';
import { rebuildSearch, searchIsCurrent } from './search/rebuild';
import { seed } from './seed';

/** Commands and server alike run in the checkout; compiled code has no folder of its own to start from. */
const migrationsFolder = (): string => join(process.cwd(), 'db', 'migrations');

/**
 * Brings the tables to what this version of the code expects and stores what ships with it. Any number of processes
 * may do so at once: one migrates, the others wait for it. Makes the folder of a database file.
 */
export async function migrate(db: Database = database()): Promise<void> {
  if (!(await migrationsAreCurrent(db))) {
    const ours = drizzle(db.client);
    await underLease(db, 'migrations', () => applyMigrations(ours, { migrationsFolder: migrationsFolder() }));
  }
  await db.write(seed);
  if (!(await searchIsCurrent(db))) await underLease(db, 'search', () => builtOnce(db), BUILDING);
}

/** Building the index for a desk of 100,000 claims takes a minute; another process waits that long and more. */
const BUILDING = 900_000;

/** Another process may have built the index while this one waited. */
async function builtOnce(db: Database): Promise<void> {
  if (!(await searchIsCurrent(db))) await rebuildSearch(db);
}

/** Whether the database has every migration that this code has. False, too, for one that has no tables yet. */
export async function migrationsAreCurrent(db: Database = database()): Promise<boolean> {
  const known = await db.read.all(sql`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`);
  if (known.length === 0) return false;
  const [applied] = await db.read.values<[number | null]>(sql`SELECT max(created_at) FROM __drizzle_migrations`);
  return Number(applied?.[0]) >= newest();
}

let latest: number | undefined;

/** When the newest migration was generated, in milliseconds, which is how Drizzle tells them apart. */
function newest(): number {
  latest ??= Math.max(...readMigrationFiles({ migrationsFolder: migrationsFolder() }).map((each) => each.folderMillis));
  return latest;
}
