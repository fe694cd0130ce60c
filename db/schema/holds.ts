import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { holdKinds } from '@/domain/hold';
import { articles } from './articles';
import { instant, oneOf } from './columns';
import { people } from './people';

/** Articles that may not be published: one hold for an article. An embargo's row stays after its time, and holds nothing. */
export const holds = sqliteTable(
  'holds',
  {
    articleId: text('article_id')
      .primaryKey()
      .references(() => articles.id),
    kind: text('kind', { enum: holdKinds }).notNull(),
    until: instant('until'),
    reason: text('reason').notNull(),
    setBy: text('set_by')
      .notNull()
      .references(() => people.id),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    check('holds_kind', oneOf(t.kind, holdKinds)),
    check('holds_until', sql`(${t.kind} = 'embargo') = (${t.until} is not null)`),
    check('holds_reason', sql`length(${t.reason}) > 0`),
  ],
);
