import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Sqlite } from '@/db/client/sqlite';
import { newFolder } from '@/test/scratch';

let file: string;
let one: Sqlite;
let other: Sqlite;
beforeEach(() => {
  file = join(newFolder(), 'ledger.db');
  one = new Sqlite(file, 50);
  one.exec('PRAGMA journal_mode = WAL; CREATE TABLE line (id INTEGER PRIMARY KEY, words TEXT, sum INTEGER) STRICT');
  other = new Sqlite(file, 50);
});
afterEach(() => {
  one.close();
  other.close();
});

const insert = (words: unknown, sum: unknown = null) =>
  one.execute({ sql: 'INSERT INTO line (words, sum) VALUES (?, ?)', args: [words, sum] as string[] });
const sums = async () => (await one.execute('SELECT sum FROM line ORDER BY id')).rows.map(({ sum }) => sum);

test('a prepared statement takes new values each time, after a failure too', async () => {
  const sql = 'INSERT INTO line (id, words) VALUES (?, ?) RETURNING words';
  const add = async (id: number, words: string) => (await one.execute({ sql, args: [id, words] })).rows[0]?.words;
  expect(await add(1, 'first')).toBe('first');
  await expect(add(1, 'again')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  expect(await add(2, 'second')).toBe('second');
});

test('values come back as they were given, truth as 1 and 0', async () => {
  for (const sum of [true, false, null, -1, Number.MAX_SAFE_INTEGER, 7n]) await insert('sum', sum);
  expect(await sums()).toEqual([1, 0, null, -1, Number.MAX_SAFE_INTEGER, 7]);
});

test.each([[undefined], [Number.NaN], [{}], [new Date()], [new Uint8Array(1)]])('%s is refused', async (value) => {
  await expect(insert(value)).rejects.toThrow(TypeError);
  expect(await sums()).toEqual([]);
});

test('a row is read by name and by position, where two columns have one name as well', async () => {
  const { columns, rows } = await one.execute("SELECT 'a' AS x, 'b' AS x, 3 AS y");
  expect(columns).toEqual(['x', 'x', 'y']);
  expect(Object.entries(rows[0]!)).toEqual([
    ['x', 'a'],
    ['y', 3],
  ]);
  expect(Array.from(rows[0] as ArrayLike<unknown>)).toEqual(['a', 'b', 3]);
});

test('what was read holds nothing back: the log can be emptied, and the next reading sees what came since', async () => {
  const count = async () => (await other.execute('SELECT count(*) AS n FROM line')).rows[0]?.n;
  for (let n = 0; n < 3; n += 1) {
    await insert('more');
    expect(await count()).toBe(n + 1);
  }
  one.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  expect(statSync(`${file}-wal`).size).toBe(0);
});

test('a prepared statement outlives a change of its table by another connection', async () => {
  await insert('first', 1);
  expect(await sums()).toEqual([1]);
  other.exec('ALTER TABLE line ADD COLUMN note TEXT; CREATE INDEX line_sum ON line (sum)');
  await insert('second', 2);
  expect(await sums()).toEqual([1, 2]);
});

test('any number of different statements may be sent', async () => {
  for (let n = 0; n < 700; n += 1) expect((await one.execute(`SELECT ${n} AS n`)).rows[0]?.n).toBe(n);
});
