import { type AnyColumn, and, or, type SQL, sql } from 'drizzle-orm';

/** SQL that holds when each word of `q` stands in one of the columns, whatever its case; nothing for no words. */
export function holdsWords(columns: readonly (AnyColumn | SQL)[], q: string | undefined): SQL | undefined {
  const words = q?.split(/\s+/).filter(Boolean) ?? [];
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      return or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`));
    }),
  );
}
