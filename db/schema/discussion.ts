import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { anchorStates } from '@/domain/anchor';
import type { Stood } from '@/domain/revision';
import { articles, revisions } from './articles';
import { claims, decisions, evidence } from './claims';
import { id, instant, isDigest, oneOf } from './columns';
import { people } from './people';

/** What is being discussed: a claim, a piece of evidence (whose claim counts), or words of the article. */
export const threads = sqliteTable(
  'threads',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    /** null where it is on evidence, which may move to another claim, or on words */
    claimId: text('claim_id').references(() => claims.id),
    evidenceId: text('evidence_id').references(() => evidence.id),
    /** the return that opened it */
    decisionId: text('decision_id').references(() => decisions.id),
    /** the words of the article that it is on, as they were selected */
    quote: text('quote'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: text('resolved_by').references(() => people.id),
  },
  (t) => [
    index('threads_article').on(t.articleId, t.id),
    index('threads_claim').on(t.claimId),
    index('threads_evidence').on(t.evidenceId),
    check(
      'threads_one_place',
      sql`(${t.claimId} is not null) + (${t.evidenceId} is not null) + (${t.quote} is not null) = 1`,
    ),
    check('threads_resolved', sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
  ],
);

/** Where the words of a thread stand in a revision, followed as claims are. */
export const threadAnchors = sqliteTable(
  'thread_anchors',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    exact: text('exact').notNull(),
    prefix: text('prefix').notNull(),
    suffix: text('suffix').notNull(),
    state: text('state', { enum: anchorStates }).notNull(),
    /** where the words last stood as they were selected; null while they stand here */
    footing: text('footing', { mode: 'json' }).$type<Stood>(),
  },
  (t) => [
    primaryKey({ columns: [t.threadId, t.revisionId] }),
    index('thread_anchors_revision').on(t.revisionId),
    check('thread_anchors_span', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    check('thread_anchors_state', oneOf(t.state, anchorStates)),
    check('thread_anchors_footing', sql`(${t.state} in ('exact', 'moved')) = (${t.footing} is null)`),
  ],
);

/** Something said in a thread, apart from its words. */
export const comments = sqliteTable(
  'comments',
  {
    id: id(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('comments_thread').on(t.threadId, t.id)],
);

/** The words of a comment, each version of them. Deleted when it is withdrawn; the log holds their digest only. */
export const commentVersions = sqliteTable(
  'comment_versions',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    /** counts from 1 */
    number: integer('number').notNull(),
    body: text('body').notNull(),
    /** random, so that deleted words cannot be guessed from the digest in the log */
    salt: text('salt').notNull(),
    digest: text('digest').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.number] }),
    check('comment_versions_body', sql`length(${t.body}) > 0`),
    check('comment_versions_digest', isDigest(t.digest)),
  ],
);
