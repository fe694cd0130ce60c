import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MovedEvidence } from '@/domain/merging';
import { claims } from './claims';
import { id, instant, isDigest } from './columns';
import { people } from './people';

/** Claims that were merged into others, with what it takes to undo that. */
export const merges = sqliteTable(
  'merges',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    into: text('into_id')
      .notNull()
      .references(() => claims.id),
    /** of the claim before it was merged: what comes back otherwise, others have worked on meanwhile */
    digest: text('digest').notNull(),
    evidence: text('evidence', { mode: 'json' }).$type<MovedEvidence[]>().notNull(),
    /** ids of the approaches that moved along */
    approaches: text('approaches', { mode: 'json' }).$type<string[]>().notNull().default([]),
    mergedBy: text('merged_by')
      .notNull()
      .references(() => people.id),
    mergedAt: instant('merged_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    index('merges_claim').on(t.claimId),
    index('merges_into').on(t.into),
    check('merges_apart', sql`${t.claimId} <> ${t.into}`),
    check('merges_digest', isDigest(t.digest)),
    check('merges_evidence', sql`json_valid(${t.evidence})`),
  ],
);
