import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { linkKinds } from '@/domain/claim-link';
import { claims } from './claims';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** Two claims that a person says have to do with each other, in one row: of related ones the older is `claim`. */
export const claimLinks = sqliteTable(
  'claim_links',
  {
    id: id(),
    kind: text('kind', { enum: linkKinds }).notNull(),
    /** of a repetition: the claim that repeats `other` */
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    otherId: text('other_id')
      .notNull()
      .references(() => claims.id),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('claim_links_pair').on(t.claimId, t.otherId),
    index('claim_links_other').on(t.otherId),
    check('claim_links_kind', oneOf(t.kind, linkKinds)),
    check('claim_links_two', sql`${t.claimId} <> ${t.otherId}`),
  ],
);
