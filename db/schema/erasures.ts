import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { activity } from './activity';
import { instant } from './columns';

/** What was erased, by the number of the entry that tells of it: whether its remains are gone from the file too. */
export const erasures = sqliteTable(
  'erasures',
  {
    seq: integer('seq')
      .primaryKey()
      .references(() => activity.seq),
    /** null while free pages of the file may still hold bytes of it */
    sweptAt: instant('swept_at'),
  },
  (t) => [index('erasures_unswept').on(t.seq).where(sql`${t.sweptAt} is null`)],
);
