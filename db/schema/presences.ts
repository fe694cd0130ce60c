import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { typingFields } from '@/domain/presence';
import { articles } from './articles';
import { claims } from './claims';
import { oneOf } from './columns';
import { people } from './people';

/** Who has which article open, a row for each person and tab. Bookkeeping: no line of the log tells of it. */
export const presences = sqliteTable(
  'presences',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    tab: text('tab').notNull(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    claimId: text('claim_id').references(() => claims.id, { onDelete: 'set null' }),
    field: text('field', { enum: typingFields }),
    /** when the tab counts as gone, in seconds since the epoch by the database's clock */
    endsAt: integer('ends_at').notNull(),
    /** grows with each change of any row, so that whoever follows sees at a glance that something changed */
    turn: integer('turn').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.tab] }),
    index('presences_turn').on(t.turn),
    index('presences_end').on(t.endsAt),
    check('presences_field', oneOf(t.field, typingFields)),
  ],
);
