import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { newFolder } from '@/test/scratch';

test('a process has one database, however often a bundler loads the module, and closes it once for all', async () => {
  process.env.DATABASE_URL = `file:${join(newFolder(), 'desk.db')}`;
  const one = await import('@/db/client');
  vi.resetModules();
  const other = await import('@/db/client');
  expect(other.DatabaseClosed).not.toBe(one.DatabaseClosed);
  expect(other.database()).toBe(one.database());

  await one.database().write((tx) => tx.run(sql`CREATE TABLE line (words TEXT) STRICT`));
  await other.closeDatabase();
  const late = await one
    .database()
    .write((tx) => tx.run(sql`DELETE FROM line`))
    .catch((error: unknown) => error);
  expect(one.unavailable(late)).toMatchObject({ name: 'DatabaseClosed', retryAfter: 5 });
  expect(other.unavailable(late)).toBe(late);
});

test('a configuration that cannot be used is refused with what to do', async () => {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', 'mysql://desk');
  Reflect.deleteProperty(globalThis, Symbol.for('stet.database'));
  const { database } = await import('@/db/client');
  expect(() => database()).toThrow(/DATABASE_URL/);
  vi.unstubAllEnvs();
});
