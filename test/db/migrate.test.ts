import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { underLease } from '@/db/lease';
import { migrate, migrationsAreCurrent } from '@/db/migrate';
import * as schema from '@/db/schema';
import { shippedScales } from '@/db/seed';
import { newFolder } from '@/test/scratch';

let db: Database;
let url: string;
beforeEach(() => {
  url = `file:${join(newFolder(), 'data', 'desk.db')}`;
  db = openDatabase({ url });
});
afterEach(() => db.close());

const scales = () => db.read.select().from(schema.scales);

test('a new database gets its folder, its tables and the scales that ship', async () => {
  expect(await migrationsAreCurrent(db)).toBe(false);
  await migrate(db);
  expect(await migrationsAreCurrent(db)).toBe(true);
  expect(await scales()).toHaveLength(shippedScales.length);
});

test('migrating again changes nothing', async () => {
  await migrate(db);
  const before = await scales();
  await migrate(db);
  expect(await scales()).toEqual(before);
});

test('a database that lacks a migration is not current', async () => {
  await migrate(db);
  await db.write((tx) => tx.run(sql`UPDATE __drizzle_migrations SET created_at = created_at - 1`));
  expect(await migrationsAreCurrent(db)).toBe(false);
});

test('every table is STRICT, so that no column holds what its type forbids', async () => {
  await migrate(db);
  const loose = await db.read.all(
    sql`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'`,
  );
  expect(loose).toEqual([{ name: '__drizzle_migrations' }]);
});

test('four processes that migrate a new database at once all succeed, and it is migrated once', async () => {
  const run = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/db/client/migrating.ts'], {
      env: { ...process.env, DATABASE_URL: url },
    });
  await Promise.all(Array.from({ length: 4 }, run));
  expect(await migrationsAreCurrent(db)).toBe(true);
  expect(await scales()).toHaveLength(shippedScales.length);
});

test('the migrations bring about what the schema says', async () => {
  const meta = 'db/migrations/meta';
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1)!;
  const wanted = await generateSQLiteDrizzleJson(schema);
  const generated: typeof wanted = JSON.parse(readFileSync(join(meta, newest), 'utf8'));
  const missing = await generateSQLiteMigration(generated, wanted);
  expect(missing, 'run: npm run db:generate -- --name what-changes').toEqual([]);
});

test('every piece of a migration is one statement, for libSQL would run the first and drop the rest', () => {
  const pieces = readMigrationFiles({ migrationsFolder: 'db/migrations' }).flatMap((migration) => migration.sql);
  const rest = pieces.map((piece) =>
    piece
      .replace(/'(?:[^']|'')*'/g, '')
      .trim()
      .replace(/;$/, ''),
  );
  expect(rest.filter((piece) => piece.includes(';') || piece === '')).toEqual([]);
});

test('a lease that is held makes others wait, and they are told when they waited too long', async () => {
  const order: string[] = [];
  const other = openDatabase({ url });
  let leave = () => {};
  const mayLeave = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const first = underLease(db, 'house', async () => {
    order.push('first');
    await mayLeave;
  });
  await expect.poll(() => order).toEqual(['first']);
  await expect(underLease(other, 'house', async () => order.push('never'), 0)).rejects.toThrow(/"house"/);
  const second = underLease(other, 'house', async () => order.push('second'));
  leave();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
  await other.close();
});

test('a lease whose holder died is taken over when its term has run out', async () => {
  await underLease(db, 'house', async () => undefined);
  await db.write((tx) => tx.run(sql`INSERT INTO leases VALUES ('house', 'the dead', unixepoch() - 1)`));
  expect(await underLease(db, 'house', async () => 'taken over', 0)).toBe('taken over');
});
