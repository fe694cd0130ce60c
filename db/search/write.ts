import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { contributorsOf } from '@/domain/contribution';
import type { HitType } from '@/domain/search/hit';
import { stateOfRows } from '../claims/present';
import { type ClaimRows, claimRows, type Reading } from '../claims/rows';
import type { Tx } from '../client';
import { commentRows, threadRow } from '../discussion/rows';
import { articles, claims, comments, evidence, revisions, sources } from '../schema';
import { articleDocument, claimDocument, commentDocument, type SearchDocument, sourceDocument } from './document';
import { forget, put } from './put';

/** The latest passages quoted from a source that it is found by; the hundredth adds little to find it by. */
const PASSAGES = 100;

/** What of an article is to be found: the text of its newest revision, and what is known of it. Null: there is none. */
export async function documentOfArticle(db: Pick<Tx, 'select'>, id: string): Promise<SearchDocument | null> {
  const [row] = await db
    .select({ article: articles, title: revisions.title, body: revisions.body })
    .from(articles)
    .innerJoin(revisions, eq(revisions.articleId, articles.id))
    .where(eq(articles.id, id))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ? articleDocument({ ...row.article, title: row.title, body: row.body }) : null;
}

/** Null for one whose words were erased. */
export const documentOfClaim = (rows: ClaimRows): SearchDocument | null =>
  rows.claim.erasure !== null
    ? null
    : claimDocument(rows.claim, stateOfRows(rows), contributorsOf(rows.claim.createdBy, rows.claim.contributions));

/** A source with what is quoted from it; null while no claim cites it, since it is found with a claim that does. */
export async function documentOfSource(db: Pick<Tx, 'select'>, id: string): Promise<SearchDocument | null> {
  const cited = await db
    .select({ source: sources, quote: evidence.quote })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .where(and(eq(evidence.sourceId, id), isNull(evidence.removedAt)))
    .orderBy(desc(evidence.id))
    .limit(PASSAGES);
  const [first] = cited;
  return first ? sourceDocument({ ...first.source, quotes: cited.map(({ quote }) => quote) }) : null;
}

/** The words of a comment as they are now; null once it was withdrawn. */
export async function documentOfComment(db: Reading, id: string): Promise<SearchDocument | null> {
  const [row] = await commentRows(db, eq(comments.id, id));
  const words = row?.versions.at(-1);
  const thread = row && words ? await threadRow(db, row.comment.threadId) : null;
  if (!row || !words || !thread) return null;
  const { articleId } = thread.thread;
  return commentDocument({ id, articleId, body: words.body, createdBy: row.comment.createdBy });
}

const store = (tx: Tx, subject: string, document: SearchDocument | null): Promise<void> =>
  document ? put(tx, document) : forget(tx, subject);

/** To be called by every write of an article, or of its revisions, in its transaction. */
export const indexArticle = async (tx: Tx, id: string): Promise<void> => store(tx, id, await documentOfArticle(tx, id));

/** To be called by every write of a claim, in its transaction, with the claim as it is after it. */
export const indexClaim = (tx: Tx, rows: ClaimRows): Promise<void> => store(tx, rows.claim.id, documentOfClaim(rows));

/** To be called by every write of a source or of evidence that cites it, in its transaction. */
export const indexSource = async (tx: Tx, id: string): Promise<void> => store(tx, id, await documentOfSource(tx, id));

/** To be called by every write of a comment, in its transaction; one that is no more is forgotten. */
export const indexComment = async (tx: Tx, id: string): Promise<void> => store(tx, id, await documentOfComment(tx, id));

export type Thing = { type: HitType; id: string };

/** What of each of these is to be found now, in their order; claims are read together, which is a third of the work. */
export async function documentsOf(
  db: Pick<Tx, 'select' | 'all'>,
  things: readonly Thing[],
): Promise<(SearchDocument | null)[]> {
  const ids = things.filter(({ type }) => type === 'claim').map(({ id }) => id);
  const rows = ids.length > 0 ? await claimRows(db, inArray(claims.id, ids)) : [];
  const ofClaims = new Map(rows.map((each) => [each.claim.id, documentOfClaim(each)]));
  const found: (SearchDocument | null)[] = [];
  for (const { type, id } of things)
    found.push(type === 'claim' ? (ofClaims.get(id) ?? null) : await readers[type](db, id));
  return found;
}

const readers = { article: documentOfArticle, source: documentOfSource, comment: documentOfComment };
