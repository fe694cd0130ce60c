import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** How each type of column is written so that `JSON.parse` gives back what Drizzle's own mapping would. */
const written: Record<string, (column: Column) => SQL> = {
  SQLiteText: (column) => sql`${column}`,
  SQLiteInteger: (column) => sql`${column}`,
  SQLiteTextJson: (column) => sql`json(${column})`,
  SQLiteBoolean: (column) => sql`json(iif(${column}, 'true', 'false'))`,
};

/** The columns of a table, and others that are named, as one JSON object with Drizzle's names. */
export function rowAsJson(table: SQLiteTable, more: Record<string, Column> = {}): SQL {
  const columns = Object.entries<Column>({ ...getTableColumns(table), ...more });
  return jsonObject(Object.fromEntries(columns.map(([name, column]) => [name, asJson(column)])));
}

function asJson(column: Column): SQL {
  const write = written[column.columnType];
  if (!write)
    throw new Error(`Say in db/claims/json.ts how ${column.name}, a ${column.columnType}, is written as JSON.`);
  return write(column);
}

/** An object of values that are written as JSON already. The names are ours, and hold no quotation marks. */
export const jsonObject = (fields: Record<string, SQL>): SQL =>
  sql`json_object(${sql.join(
    Object.entries(fields).map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`),
    sql`, `,
  )})`;

/** A piece of SQL without parameters as text, written once: building it anew costs more than running it. */
export const asText = (piece: SQL): SQL => sql.raw(new SQLiteAsyncDialect().sqlToQuery(piece).sql);
