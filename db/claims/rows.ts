import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reads } from '../client';
import { anchors, articles, claims, decisions, evidence, revisions, sources } from '../schema';

/** A handle to read with: the reading connection, or the transaction that is about to write. */
export type Reading = Pick<Reads, 'select'>;

/** All the rows that one claim is made of. */
export type ClaimRows = {
  claim: typeof claims.$inferSelect;
  scale: { id: string; version: number };
  anchors: (typeof anchors.$inferSelect & { revision: number })[];
  /** in the order of their numbers, without the removed */
  evidence: { item: typeof evidence.$inferSelect; source: typeof sources.$inferSelect }[];
  /** oldest first */
  decisions: (typeof decisions.$inferSelect)[];
};

const newestRevision = sql`(select r.id from ${revisions} r where r.article_id = ${claims.articleId} order by r.number desc limit 1)`;

/** The rows of the claims that a condition on `claims` picks, oldest claim first. */
export async function claimRows(db: Reading, where: SQL | undefined, limit?: number): Promise<ClaimRows[]> {
  const query = db
    .select({ claim: claims, scale: { id: articles.scaleId, version: articles.scaleVersion } })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(where)
    .orderBy(asc(claims.id));
  const found = await (limit === undefined ? query : query.limit(limit));
  if (found.length === 0) return [];
  const ids = found.map(({ claim }) => claim.id);
  const placed = groupBy(await anchorRows(db, ids), (row) => row.claimId);
  const proven = groupBy(await evidenceRows(db, ids), ({ item }) => item.claimId);
  const decided = groupBy(await decisionRows(db, ids), (row) => row.claimId);
  return found.map(({ claim, scale }) => ({
    claim,
    scale,
    anchors: placed.get(claim.id) ?? [],
    evidence: proven.get(claim.id) ?? [],
    decisions: decided.get(claim.id) ?? [],
  }));
}

/** The rows of one claim, or null. */
export async function claimRow(db: Reading, id: string): Promise<ClaimRows | null> {
  const [row] = await claimRows(db, eq(claims.id, id));
  return row ?? null;
}

async function anchorRows(db: Reading, claimIds: string[]): Promise<ClaimRows['anchors']> {
  const rows = await db
    .select({ anchor: anchors, revision: revisions.number })
    .from(anchors)
    .innerJoin(claims, eq(claims.id, anchors.claimId))
    .innerJoin(revisions, eq(revisions.id, anchors.revisionId))
    .where(and(inArray(anchors.claimId, claimIds), eq(anchors.revisionId, newestRevision)))
    .orderBy(asc(anchors.position));
  return rows.map(({ anchor, revision }) => ({ ...anchor, revision }));
}

const evidenceRows = (db: Reading, claimIds: string[]): Promise<ClaimRows['evidence']> =>
  db
    .select({ item: evidence, source: sources })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .where(and(inArray(evidence.claimId, claimIds), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.number));

const decisionRows = (db: Reading, claimIds: string[]): Promise<ClaimRows['decisions']> =>
  db.select().from(decisions).where(inArray(decisions.claimId, claimIds)).orderBy(asc(decisions.number));

export function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
