import { type AnyColumn, sql } from 'drizzle-orm';
import { text } from 'drizzle-orm/sqlite-core';

/** An opaque id that sorts by creation (UUID version 7). */
export const id = () => text('id').primaryKey();

/** An instant in UTC, RFC 3339 with milliseconds, which sorts as text. */
export const instant = (name: string) => text(name);

/** A calendar day, YYYY-MM-DD. */
export const day = (name: string) => text(name);

/** SQL that holds when a column is one of the listed words, or null where the column may be. */
export const oneOf = (column: AnyColumn, words: readonly string[]) =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;

/** SQL that holds when a column is a SHA-256 in lowercase hex. */
export const isDigest = (column: AnyColumn) => sql`length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*'`;

/**
 * What an order by due time goes by: whatever is due at no time comes after all that is. An index holds just this
 * expression; drizzle-kit cuts one with a comma in two, so it is no `coalesce`.
 */
export const byDue = (column: AnyColumn) => sql`case when ${column} is null then '9' else ${column} end`;
