import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { claims } from './claims';
import { instant, isDigest } from './columns';
import { people } from './people';

/** Who had which state of a claim open: personal data, so a row for each, with its first and last time and no more. */
export const sightings = sqliteTable(
  'sightings',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** the digest of the claim as they saw it */
    digest: text('digest').notNull(),
    /** it showed a verdict or a rationale */
    judged: integer('judged', { mode: 'boolean' }).notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.personId, t.digest] }),
    index('sightings_person').on(t.personId),
    check('sightings_digest', isDigest(t.digest)),
    check('sightings_judged', sql`${t.judged} in (0, 1)`),
  ],
);
