import { asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Mentions } from '@/domain/erasure';
import type { Reading } from '../claims/rows';
import {
  activity,
  activityContents,
  approaches,
  articles,
  claims,
  commentVersions,
  conclusions,
  confirmations,
  decisions,
  desk,
  editions,
  evidence,
  holds,
  revisions,
  sources,
  withdrawals,
} from '../schema';
import { holdsAny } from './told';

/** The columns of a row as one text. */
const together = (...columns: unknown[]): SQL =>
  sql.join(
    columns.map((column) => sql`coalesce(${column}, '')`),
    sql` || ' ' || `,
  );

/** Where others may have written somebody's name or address, each row counted once. */
const places = [
  ['text of an article', 'texts of articles', revisions, together(revisions.title, revisions.body)],
  [
    'article’s byline or address for questions',
    'articles’ bylines or addresses for questions',
    articles,
    together(articles.byline, articles.contactName, articles.contactEmail),
  ],
  ['claim', 'claims', claims, together(claims.statement, claims.rationale, claims.claimant, claims.dropReason)],
  ['piece of evidence', 'pieces of evidence', evidence, together(evidence.quote, evidence.note, evidence.locator)],
  ['source', 'sources', sources, together(sources.title, sources.publisher, sources.description, sources.url)],
  ['decision', 'decisions', decisions, together(decisions.note, decisions.suggestion, decisions.overrideReason)],
  [
    'record of asking for a reply',
    'records of asking for a reply',
    approaches,
    together(approaches.party, approaches.contact, approaches.question, approaches.answer, approaches.told),
  ],
  ['comment', 'comments', commentVersions, together(commentVersions.body)],
  ['conclusion', 'conclusions', conclusions, together(conclusions.body)],
  ['hold', 'holds', holds, together(holds.reason)],
  ['withdrawal', 'withdrawals', withdrawals, together(withdrawals.reason)],
  ['setting of the desk', 'settings of the desk', desk, together(desk.name, desk.contact)],
] as const;

/** Where the names and the address of a person stand that erasing them leaves alone. */
export async function mentionsOf(db: Reading, { names, email }: { names: string[]; email: string }): Promise<Mentions> {
  const words = [...names, email];
  const elsewhere: Mentions['elsewhere'] = [];
  for (const [one, several, table, text] of places) {
    const [found] = await db.select({ many: sql<number>`count(*)` }).from(table).where(holdsAny(text, words));
    elsewhere.push({ many: found?.many ?? 0, one, several });
  }
  elsewhere.push({ many: await entriesOfArticles(db, words), one: 'entry of the log', several: 'entries of the log' });
  return { editions: await editionsWith(db, words), confirmations: await recordsWith(db, words), elsewhere };
}

async function entriesOfArticles(db: Reading, words: string[]): Promise<number> {
  const [found] = await db
    .select({ many: sql<number>`count(*)` })
    .from(activity)
    .innerJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(sql`${isNotNull(activity.articleId)} and ${holdsAny(activityContents.content, words)}`);
  return found?.many ?? 0;
}

const inJson = (words: readonly string[]): string[] => words.map((word) => JSON.stringify(word).slice(1, -1));

async function editionsWith(db: Reading, words: string[]): Promise<Mentions['editions']> {
  const rows = await db
    .select({
      slug: editions.slug,
      number: editions.number,
      title: sql<string | null>`json_extract(${editions.payload}, '$.frame.article.title')`,
    })
    .from(editions)
    .where(holdsAny(editions.payload, inJson(words)))
    .orderBy(desc(editions.id));
  return rows.map(({ slug, number, title }) => ({
    label: `${title ?? slug}, edition ${number}`,
    href: `/a/${encodeURIComponent(slug)}/${number}`,
  }));
}

async function recordsWith(db: Reading, words: string[]): Promise<Mentions['confirmations']> {
  const rows = await db
    .select({ slug: confirmations.slug })
    .from(confirmations)
    .where(holdsAny(confirmations.credit, words))
    .groupBy(confirmations.slug)
    .orderBy(asc(confirmations.slug));
  return rows.map(({ slug }) => ({ label: slug, href: `/a/${encodeURIComponent(slug)}/record` }));
}
