import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { hitTypes } from '@/domain/search/hit';
import { oneOf } from './columns';

/**
 * What the full-text index `search_index` holds, whose rows have these numbers. A migration makes that table by hand,
 * since it is a virtual one; `db/search` alone writes either.
 */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    /** the day on which the thing was made, and its place among those of that day (`db/search/number.ts`) */
    doc: integer('doc').primaryKey(),
    type: text('type', { enum: hitTypes }).notNull(),
    /** the id of the article, claim, source or comment */
    subject: text('subject').notNull(),
    /** of what is indexed, to tell whether it is still what the desk says */
    digest: text('digest').notNull(),
  },
  (t) => [
    uniqueIndex('search_documents_subject').on(t.subject),
    check('search_documents_type', oneOf(t.type, hitTypes)),
  ],
);

/** One row: the form in which the index was built, so that a later form is built anew (`db/search/rebuild.ts`). */
export const searchForm = sqliteTable(
  'search_form',
  { id: integer('id').primaryKey(), form: integer('form').notNull() },
  (t) => [check('search_form_one', sql`${t.id} = 1`)],
);
