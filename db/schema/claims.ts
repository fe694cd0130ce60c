import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { About } from '@/domain/about';
import { type Anchor, anchorStates } from '@/domain/anchor';
import { claimKinds } from '@/domain/claim';
import type { Claimant } from '@/domain/claimant';
import type { Carried, Contribution } from '@/domain/contribution';
import { sourceTypes, stances } from '@/domain/evidence';
import type { Place, Stood } from '@/domain/revision';
import { settlementWays } from '@/domain/settling';
import type { SuggestionSettled, Wording } from '@/domain/suggestion';
import type { ClaimState } from '@/domain/workflow';
import { articles, revisions } from './articles';
import { byDue, day, id, instant, isDigest, oneOf } from './columns';
import { people } from './people';

/** What a claim's places and quotes are, apart from its other content. */
export type Placed = { quotes: string[]; about: About | null; places: Place[] };

export const claims = sqliteTable(
  'claims',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    k: integer('k'),
    about: text('about', { mode: 'json' }).$type<About>(),
    statement: text('statement').notNull(),
    kind: text('kind', { enum: claimKinds }).notNull(),
    claimant: text('claimant', { mode: 'json' }).$type<Claimant>(),
    saidOn: day('said_on'),
    saidAt: text('said_at'),
    quotes: text('quotes', { mode: 'json' }).$type<string[]>().notNull(),
    verdict: text('verdict'),
    rationale: text('rationale').notNull(),
    assignee: text('assignee').references(() => people.id),
    assignedBy: text('assigned_by').references(() => people.id),
    assignedAt: instant('assigned_at'),
    dueAt: instant('due_at'),
    /** the state as `stateOf` computes it, kept so that boards need not look through decisions */
    state: text('state').$type<ClaimState>().notNull().default('draft'),
    /** the digest of its content now, kept so that lists need not compute it */
    digest: text('digest').notNull(),
    contributions: text('contributions', { mode: 'json' }).$type<Contribution[]>().notNull(),
    /** who contributed to what came to it from other claims, by a split or a merge */
    carried: text('carried', { mode: 'json' }).$type<Carried[]>().notNull().default([]),
    /** the number that the next piece of evidence gets; numbers are never reused */
    nextEvidence: integer('next_evidence').notNull().default(1),
    submittedAt: instant('submitted_at'),
    submittedBy: text('submitted_by').references(() => people.id),
    /** decisions up to this number are behind it: since them the claim went back to what was approved */
    decisionsBehind: integer('decisions_behind').notNull().default(0),
    droppedAt: instant('dropped_at'),
    droppedBy: text('dropped_by').references(() => people.id),
    dropReason: text('drop_reason'),
    /** the claim that took its evidence, of one dropped as a duplicate */
    mergedInto: text('merged_into'),
    /** the claim of which it was made as a copy */
    splitFrom: text('split_from'),
    /** the number of the log's entry that tells how its words were erased */
    erasure: integer('erasure'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('claims_article').on(t.articleId),
    index('claims_assignee').on(t.assignee, t.state),
    index('claims_creator').on(t.createdBy, t.state),
    index('claims_board').on(t.state, byDue(t.dueAt), t.id),
    index('claims_verdict').on(t.verdict, t.kind, t.state),
    index('claims_due').on(byDue(t.dueAt), t.id),
    uniqueIndex('claims_k').on(t.articleId, t.k),
    check('claims_kind', oneOf(t.kind, claimKinds)),
    check('claims_about', sql`${t.about} is null or json_valid(${t.about})`),
    check('claims_claimant', sql`${t.claimant} is null or json_valid(${t.claimant})`),
    check('claims_quotes', sql`json_valid(${t.quotes})`),
    check('claims_contributions', sql`json_valid(${t.contributions})`),
    check('claims_digest', isDigest(t.digest)),
    check('claims_k_positive', sql`${t.k} is null or ${t.k} >= 1`),
    check('claims_submitted', sql`(${t.submittedAt} is null) = (${t.submittedBy} is null)`),
    check(
      'claims_dropped',
      sql`(${t.droppedAt} is null) = (${t.droppedBy} is null) and (${t.droppedAt} is null) = (${t.dropReason} is null)`,
    ),
  ],
);

/**
 * Where a claim stands in a revision: position 0 is its anchor, later ones are repeats elsewhere (`alsoAt`). A claim
 * about the headline has one row, which is of the revision's title.
 */
export const anchors = sqliteTable(
  'anchors',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    exact: text('exact').notNull(),
    prefix: text('prefix').notNull(),
    suffix: text('suffix').notNull(),
    state: text('state', { enum: anchorStates }).notNull(),
    /** where the words last stood as a person settled them; null while they stand here */
    footing: text('footing', { mode: 'json' }).$type<Stood>(),
    /** a person keeps the claim as it stood */
    kept: integer('kept', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('anchors_place').on(t.claimId, t.revisionId, t.position),
    index('anchors_open').on(t.claimId, t.revisionId).where(sql`${t.footing} is not null and ${t.kept} = 0`),
    check('anchors_span', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    check('anchors_position', sql`${t.position} >= 0`),
    check('anchors_state', oneOf(t.state, anchorStates)),
    check('anchors_footing', sql`(${t.state} in ('exact', 'moved')) = (${t.footing} is null)`),
    check('anchors_kept', sql`${t.kept} in (0, 1) and (${t.kept} = 0 or ${t.footing} is not null)`),
  ],
);

/** Annotations made with other tools that became claims, so that each is imported once. */
export const importedAnnotations = sqliteTable(
  'imported_annotations',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    annotationId: text('annotation_id').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.annotationId] })],
);

/** How a person settled a claim whose words changed or were lost, with what it takes to undo that. */
export const settlements = sqliteTable(
  'settlements',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    way: text('way', { enum: settlementWays }).notNull(),
    before: text('before', { mode: 'json' }).$type<Placed>().notNull(),
    after: text('after', { mode: 'json' }).$type<Placed>().notNull(),
    settledBy: text('settled_by')
      .notNull()
      .references(() => people.id),
    settledAt: instant('settled_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    index('settlements_claim').on(t.claimId),
    check('settlements_way', oneOf(t.way, settlementWays)),
    check('settlements_before', sql`json_valid(${t.before})`),
    check('settlements_after', sql`json_valid(${t.after})`),
  ],
);

export const sources = sqliteTable(
  'sources',
  {
    id: id(),
    type: text('type', { enum: sourceTypes }).notNull(),
    url: text('url'),
    title: text('title').notNull(),
    publisher: text('publisher'),
    publishedOn: day('published_on'),
    withheld: integer('withheld', { mode: 'boolean' }).notNull(),
    description: text('description'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('sources_url').on(t.url),
    check('sources_type', oneOf(t.type, sourceTypes)),
    check('sources_title', sql`length(${t.title}) > 0`),
    check('sources_withheld', sql`${t.withheld} in (0, 1) and (${t.withheld} = 0 or length(${t.description}) > 0)`),
  ],
);

export const evidence = sqliteTable(
  'evidence',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    sourceId: text('source_id')
      .notNull()
      .references(() => sources.id),
    number: integer('number').notNull(),
    stance: text('stance', { enum: stances }).notNull(),
    quote: text('quote'),
    locator: text('locator'),
    primary: integer('is_primary', { mode: 'boolean' }).notNull(),
    accessedOn: day('accessed_on'),
    archivedUrl: text('archived_url'),
    note: text('note'),
    removedAt: instant('removed_at'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('evidence_number').on(t.claimId, t.number),
    index('evidence_source').on(t.sourceId),
    check('evidence_stance', oneOf(t.stance, stances)),
    check('evidence_number_positive', sql`${t.number} >= 1`),
    check('evidence_primary', sql`${t.primary} in (0, 1)`),
  ],
);

const outcomes = ['approve', 'return'] as const;

/** An editor's word on one exact state of a claim, with all that an edition needs to print that state later. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: id(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    /** counts the decisions of a claim from 1 */
    number: integer('number').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    digest: text('digest').notNull(),
    /** the canonical JSON that the digest is of */
    content: text('content').notNull(),
    anchors: text('anchors', { mode: 'json' }).$type<Anchor[]>().notNull(),
    contributors: text('contributors', { mode: 'json' }).$type<string[]>().notNull(),
    note: text('note'),
    /** the words that a return suggests; those it returned are in `content` */
    suggestion: text('suggestion', { mode: 'json' }).$type<Partial<Wording>>(),
    suggestionSettled: text('suggestion_settled', { mode: 'json' }).$type<
      SuggestionSettled & { /** the words that were replaced, to go back to */ before: Partial<Wording> }
    >(),
    overrideReason: text('override_reason'),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    uniqueIndex('decisions_number').on(t.claimId, t.number),
    index('decisions_decided').on(t.decidedAt, t.outcome),
    check('decisions_outcome', oneOf(t.outcome, outcomes)),
    check('decisions_digest', isDigest(t.digest)),
    check('decisions_content', sql`json_valid(${t.content})`),
    check('decisions_return_note', sql`${t.outcome} <> 'return' or length(${t.note}) > 0`),
    check('decisions_override', sql`${t.overrideReason} is null or ${t.outcome} = 'approve'`),
  ],
);
