import { and, desc, eq, inArray, isNull, not, or, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import type { Hit } from '@/domain/contract/desk';
import type { Permit } from '@/domain/permission';
import { listArticles } from '../articles/read';
import { database } from '../client';
import { articles, claims, evidence, revisions, sources } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { holdsWords } from '../words';

/** The most of each kind that one search answers. */
const MOST = 6;

/** Articles, claims and sources that hold every word of `q`, the newest of each kind first. */
export async function searchDesk(permit: Permit<'read'>, q: string): Promise<Hit[]> {
  if (!q.trim()) return [];
  const blindness = await blindTo(database().read, permit.actor);
  const found = await Promise.all([articleHits(permit, q), claimHits(q, blindness), sourceHits(q)]);
  return found.flat();
}

async function articleHits(permit: Permit<'read'>, q: string): Promise<Hit[]> {
  const found = await listArticles(permit, { q, limit: MOST });
  return found.map(({ id, title, publication }) => ({
    type: 'article',
    id,
    label: title,
    detail: publication,
    articleId: id,
    claimId: null,
  }));
}

/** A claim is told by the headline that its article has now. */
const newest = sql`(select max(r.number) from ${revisions} r where r.article_id = ${claims.articleId})`;

/** A claim is not found by a rationale that whoever searches is blind to. */
async function claimHits(q: string, blindness: Blindness): Promise<Hit[]> {
  const hidden = inArray(claims.id, [...blindness.keys()]);
  const said = [claims.statement, claims.quotes];
  const rows = await database()
    .read.select({ claim: claims, title: revisions.title })
    .from(claims)
    .innerJoin(revisions, and(eq(revisions.articleId, claims.articleId), eq(revisions.number, newest)))
    .where(
      and(
        isNull(claims.droppedAt),
        or(and(not(hidden), holdsWords([...said, claims.rationale], q)), holdsWords(said, q)),
      ),
    )
    .orderBy(desc(claims.id))
    .limit(MOST);
  return rows.map(({ claim, title }) => ({
    type: 'claim',
    id: claim.id,
    label: claim.statement || claim.quotes[0] || 'A claim without a statement',
    detail: title,
    articleId: claim.articleId,
    claimId: claim.id,
  }));
}

/** A source is found with a claim that cites it, which is where it can be read. */
async function sourceHits(q: string): Promise<Hit[]> {
  const rows = await database()
    .read.select({ source: sources, claimId: claims.id, articleId: articles.id })
    .from(sources)
    .innerJoin(evidence, and(eq(evidence.sourceId, sources.id), isNull(evidence.removedAt)))
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(holdsWords([sources.title, sources.publisher, sources.url], q))
    .groupBy(sources.id)
    .orderBy(desc(sources.id))
    .limit(MOST);
  return rows.map(({ source, claimId, articleId }) => ({
    type: 'source',
    id: source.id,
    label: source.title,
    detail: source.publisher ?? source.url,
    articleId,
    claimId,
  }));
}
