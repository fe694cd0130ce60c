import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './setup/process.mjs';
import { root } from './setup/root.mjs';

/**
 * `npm run db:generate -- --name what-changes`: writes the migration that brings the tables to what db/schema says,
 * and makes each table that it creates STRICT, for which drizzle-kit has no word.
 */
const folder = join(root, 'db', 'migrations');
const breakpoint = '--> statement-breakpoint';

/** STRICT knows these and no others; a column of any other type stops the generation. */
const strictTypes = /^(integer|text|real|blob)\b/i;

const migrations = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : []);

/** @param {string} sql */
const strict = (sql) => sql.split(breakpoint).map(strictStatement).join(breakpoint);

/** @param {string} statement */
function strictStatement(statement) {
  const table = /^\s*CREATE TABLE\s+`([^`]+)`/i.exec(statement)?.[1];
  if (!table) return statement;
  for (const [, column, type = ''] of statement.matchAll(/^\s+`([^`]+)`\s+(.+)$/gm)) {
    if (!strictTypes.test(type))
      throw new Error(`${table}.${column} is of type "${type}"; use integer, text, real or blob.`);
  }
  return statement.replace(/\)\s*;\s*$/, ') STRICT;\n');
}

const known = new Set(migrations());
const args = [
  'node_modules/drizzle-kit/bin.cjs',
  'generate',
  '--config',
  'db/drizzle.config.ts',
  ...process.argv.slice(2),
];
const { code } = await run(process.execPath, args, { show: true });
for (const name of migrations().filter((each) => !known.has(each))) {
  const file = join(folder, name);
  writeFileSync(file, strict(readFileSync(file, 'utf8')));
}
process.exitCode = code;
