import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { articleRights, articleStates, revisionKinds } from '@/domain/article';
import type { ArticleDoc } from '@/domain/doc';
import type { Finding } from '@/domain/revision';
import type { VerdictValue } from '@/domain/scale';
import { day, id, instant, isDigest, oneOf } from './columns';
import { people } from './people';

export const scales = sqliteTable(
  'scales',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    ordered: integer('ordered', { mode: 'boolean' }).notNull(),
    verdicts: text('verdicts', { mode: 'json' }).$type<VerdictValue[]>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    check('scales_version', sql`${t.version} >= 1`),
    check('scales_verdicts', sql`json_valid(${t.verdicts})`),
  ],
);

export const articles = sqliteTable(
  'articles',
  {
    id: id(),
    slug: text('slug').notNull(),
    publication: text('publication'),
    byline: text('byline'),
    contactName: text('contact_name'),
    contactEmail: text('contact_email'),
    publishedOn: day('published_on'),
    url: text('url'),
    language: text('language').notNull(),
    rights: text('rights', { enum: articleRights }).notNull(),
    state: text('state', { enum: articleStates }).notNull().default('checking'),
    scaleId: text('scale_id').notNull(),
    scaleVersion: integer('scale_version').notNull(),
    setAside: text('set_aside', { mode: 'json' }).$type<string[]>().notNull(),
    dueAt: instant('due_at'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('articles_slug').on(t.slug),
    index('articles_updated').on(t.updatedAt),
    index('articles_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
    foreignKey({ columns: [t.scaleId, t.scaleVersion], foreignColumns: [scales.id, scales.version] }),
    check('articles_rights', oneOf(t.rights, articleRights)),
    check('articles_state', oneOf(t.state, articleStates)),
    check('articles_contact', sql`(${t.contactName} is null) = (${t.contactEmail} is null)`),
    check('articles_set_aside', sql`json_valid(${t.setAside})`),
  ],
);

/** Who has an article to see through; the first was named first. */
export const articleAssignees = sqliteTable(
  'article_assignees',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    assignedBy: text('assigned_by')
      .notNull()
      .references(() => people.id),
    assignedAt: instant('assigned_at').notNull(),
    /** its place in the list of the article's people */
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId] }),
    index('article_assignees_person').on(t.personId),
    check('article_assignees_position', sql`${t.position} >= 0`),
  ],
);

/** Immutable, numbered texts; the title is a field and never part of the text. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: id(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    doc: text('doc', { mode: 'json' }).$type<ArticleDoc>().notNull(),
    sha256: text('sha256').notNull(),
    reason: text('reason'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('revisions_number').on(t.articleId, t.number),
    check('revisions_number_positive', sql`${t.number} >= 1`),
    check('revisions_title', sql`length(${t.title}) > 0`),
    check('revisions_doc', sql`json_valid(${t.doc})`),
    check('revisions_sha256', isDigest(t.sha256)),
  ],
);

/** What was found of every claim when a later revision than the first was added; never changed. */
export const reports = sqliteTable(
  'reports',
  {
    revisionId: text('revision_id')
      .primaryKey()
      .references(() => revisions.id),
    kind: text('kind', { enum: revisionKinds }).notNull(),
    /** the number of the revision it is compared with */
    base: integer('base').notNull(),
    /** of each claim: its own place first, repeats after it */
    findings: text('findings', { mode: 'json' }).$type<{ claimId: string; places: Finding[] }[]>().notNull(),
  },
  (t) => [
    check('reports_kind', oneOf(t.kind, revisionKinds)),
    check('reports_base', sql`${t.base} >= 1`),
    check('reports_findings', sql`json_valid(${t.findings})`),
  ],
);
