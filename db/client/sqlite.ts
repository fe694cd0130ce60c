import type { InStatement, ResultSet, Row } from '@libsql/client';
import Database from 'libsql';
import type { OpenTransaction } from './store';

/** A statement that SQLite has compiled; `columns` are null when it gives no rows. */
type Prepared = { statement: Database.Statement; columns: Database.ColumnDefinition[] | null };

/** More texts than the desk has, save those that differ by the length of a list. */
const KEPT = 300;

/**
 * One connection to a database file, whose statements stay prepared: compiling them anew for each use, as
 * `@libsql/client` does, costs more than running them. Values stand in order; whole numbers are read as numbers.
 */
export class Sqlite implements OpenTransaction {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Prepared>();

  /** Opens the file, making it if it is missing; its folder must exist. `timeout` is in ms, spent standing still. */
  constructor(file: string, timeout: number) {
    this.#database = new Database(file, { timeout });
  }

  /** Whether no transaction is open. SQLite itself ends one when the disk is full. */
  get closed(): boolean {
    return !(this.#database.open && this.#database.inTransaction);
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    return this.#run(statement);
  }

  /** Within the open transaction, or else in one of its own, which sees one state of the database throughout. */
  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    if (!this.closed) return statements.map((each) => this.#run(each));
    this.exec('BEGIN');
    try {
      const results = statements.map((each) => this.#run(each));
      this.exec('COMMIT');
      return results;
    } finally {
      this.rollback();
    }
  }

  async executeMultiple(sql: string): Promise<void> {
    this.exec(sql);
  }

  /** Runs statements to their end, so that even a BEGIN that met a lock leaves nothing unfinished. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Undoes the open transaction, if there is one. */
  rollback(): void {
    if (!this.closed) this.exec('ROLLBACK');
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #run(given: InStatement): ResultSet {
    const { sql, args = [] } = typeof given === 'string' ? { sql: given } : given;
    if (!Array.isArray(args)) throw new TypeError('Give the values of a statement in their order.');
    const { statement, columns } = this.#prepare(sql);
    const values = args.map(bindable);
    if (columns) return resultOf(columns, statement.all(values) as unknown[][]);
    const { changes, lastInsertRowid } = statement.run(values);
    return { ...resultOf([], []), rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    const columns = statement.reader ? statement.raw(true).columns() : null;
    const [oldest] = this.#prepared.size === KEPT ? this.#prepared.keys() : [];
    if (oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, { statement, columns });
    return { statement, columns };
  }
}

/** libSQL ends the whole process when it is given a value of another type than these. */
function bindable(value: unknown): string | number | bigint | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`A ${typeof value} cannot be kept in the database.`);
}

function resultOf(columns: Database.ColumnDefinition[], rows: unknown[][]): ResultSet {
  const names = columns.map(({ name }) => name);
  const columnTypes = columns.map(({ type }) => type ?? '');
  const result = { columns: names, columnTypes, rows: rows.map((values) => rowOf(names, values)), rowsAffected: 0 };
  return { ...result, lastInsertRowid: undefined, toJSON: () => result };
}

/** A row is read by position and by name; only the names are listed. */
function rowOf(names: string[], values: unknown[]): Row {
  const row = Object.defineProperty({}, 'length', { value: values.length }) as Row;
  values.forEach((value, n) => {
    Object.defineProperty(row, n, { value });
    row[names[n] ?? n] ??= value as Row[string];
  });
  return row;
}
