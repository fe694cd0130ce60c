import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { About } from '@/domain/about';
import type { Erased } from '@/domain/erasure';
import type { Reads } from '../client';
import { erasedJson } from '../erasing/erased';
import {
  anchors,
  approaches,
  articles,
  claims,
  confirmations,
  decisions,
  evidence,
  revisions,
  secondVerdicts,
  settlements,
  sources,
  waivers,
} from '../schema';
import { asText, jsonObject, rowAsJson } from './json';

/** A handle to read with: the reading connection, or the transaction that is about to write. */
export type Reading = Pick<Reads, 'select' | 'all'>;

export type AnchorRow = typeof anchors.$inferSelect & { revision: number };
export type SettlementRow = typeof settlements.$inferSelect & {
  revision: number;
  /** 1 where no revision came after it */
  newest: 0 | 1;
};

export type SecondRow = typeof secondVerdicts.$inferSelect;

/** All the rows that one claim is made of. */
export type ClaimRows = {
  claim: typeof claims.$inferSelect;
  scale: { id: string; version: number };
  /** its places in the newest revision, in their order */
  anchors: AnchorRow[];
  /** for a claim about the headline: how that reads in the newest revision */
  headline: AnchorRow | null;
  /** the latest settlement that was not undone */
  settlement: SettlementRow | null;
  /** when the revision was added in which kept words were first seen to be gone; null where none are kept */
  keptSince: string | null;
  /** in the order of their numbers, without the removed */
  evidence: { item: typeof evidence.$inferSelect; source: typeof sources.$inferSelect }[];
  /** oldest first, without the removed */
  approaches: (typeof approaches.$inferSelect)[];
  /** without the withdrawn */
  waivers: (typeof waivers.$inferSelect)[];
  /** oldest first */
  decisions: (typeof decisions.$inferSelect)[];
  /** what a second person said in retrospect of its approvals by an override */
  confirmations: (typeof confirmations.$inferSelect)[];
  /** the second verdict that was asked for and not withdrawn */
  second: SecondRow | null;
  /** how its words were erased */
  erased: Erased | null;
};

const newestRevision = sql`(select r.id from ${revisions} r where r.article_id = ${claims.articleId} order by r.number desc limit 1)`;

const places = sql`select json_group_array(${rowAsJson(anchors, { revision: revisions.number })})
  from ${anchors} join ${revisions} on ${eq(revisions.id, anchors.revisionId)}
  where ${and(eq(anchors.claimId, claims.id), eq(anchors.revisionId, newestRevision))}`;

const settling = sql`select json_set(${rowAsJson(settlements, { revision: revisions.number })},
    '$.newest', ${eq(settlements.revisionId, newestRevision)})
  from ${settlements} join ${revisions} on ${eq(revisions.id, settlements.revisionId)}
  where ${and(eq(settlements.claimId, claims.id), isNull(settlements.undoneAt))}
  order by ${settlements.id} desc limit 1`;

const keptSince = sql`select min(${revisions.createdAt}) from ${anchors} join ${revisions}
  on ${revisions.articleId} = ${claims.articleId} and ${revisions.number} = json_extract(${anchors.footing}, '$.revision') + 1
  where ${and(eq(anchors.claimId, claims.id), eq(anchors.revisionId, newestRevision))} and ${anchors.kept}`;

const proof = sql`select json_group_array(${jsonObject({ item: rowAsJson(evidence), source: rowAsJson(sources) })})
  from ${evidence} join ${sources} on ${eq(sources.id, evidence.sourceId)}
  where ${and(eq(evidence.claimId, claims.id), isNull(evidence.removedAt))}`;

const asked = sql`select json_group_array(${rowAsJson(approaches)})
  from ${approaches} where ${and(eq(approaches.claimId, claims.id), isNull(approaches.removedAt))}`;

const waived = sql`select json_group_array(${rowAsJson(waivers)})
  from ${waivers} where ${and(eq(waivers.claimId, claims.id), isNull(waivers.withdrawnAt))}`;

const words = sql`select json_group_array(${rowAsJson(decisions)})
  from ${decisions} where ${eq(decisions.claimId, claims.id)}`;

const confirmed = sql`select json_group_array(${rowAsJson(confirmations)}) from ${confirmations}
  where ${and(eq(confirmations.slug, articles.slug), eq(confirmations.k, claims.k))}`;

const second = sql`select ${rowAsJson(secondVerdicts)} from ${secondVerdicts}
  where ${and(eq(secondVerdicts.claimId, claims.id), isNull(secondVerdicts.withdrawnAt))}`;

/** One statement for all of a claim's rows: four took 1.3 ms of processor a claim, most of it in building them. */
const selection = asText(
  sql`select ${jsonObject({
    claim: rowAsJson(claims),
    scale: sql`json_object('id', ${articles.scaleId}, 'version', ${articles.scaleVersion})`,
    anchors: sql`json((${places}))`,
    headline: sql`null`,
    settlement: sql`json((${settling}))`,
    keptSince: sql`(${keptSince})`,
    evidence: sql`json((${proof}))`,
    approaches: sql`json((${asked}))`,
    waivers: sql`json((${waived}))`,
    decisions: sql`json((${words}))`,
    confirmations: sql`json((${confirmed}))`,
    second: sql`json((${second}))`,
    erased: sql`json(${erasedJson(sql`${claims.erasure}`)})`,
  })} as found from ${claims} join ${articles} on ${eq(articles.id, claims.articleId)}`,
);

/** The rows of the claims that a condition on `claims` picks, oldest claim first. */
export async function claimRows(db: Reading, where: SQL | undefined, limit?: number): Promise<ClaimRows[]> {
  const most = limit === undefined ? sql`` : sql` limit ${limit}`;
  const rows = await db.all<{ found: string }>(
    sql`${selection} where ${where ?? sql`true`} order by ${asc(claims.id)}${most}`,
  );
  return rows.map(({ found }) => inOrder(JSON.parse(found) as ClaimRows));
}

function inOrder(rows: ClaimRows): ClaimRows {
  rows.anchors.sort((a, b) => a.position - b.position);
  Object.assign(rows, parted(rows.anchors, rows.claim.about));
  rows.evidence.sort((a, b) => a.item.number - b.item.number);
  rows.approaches.sort((a, b) => (a.id < b.id ? -1 : 1));
  rows.waivers.sort((a, b) => (a.id < b.id ? -1 : 1));
  rows.decisions.sort((a, b) => a.number - b.number);
  return rows;
}

/** The rows of one claim, or null. */
export async function claimRow(db: Reading, id: string): Promise<ClaimRows | null> {
  const [row] = await claimRows(db, eq(claims.id, id));
  return row ?? null;
}

export function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** A claim about the headline stands in that, any other in the text. */
export const parted = (places: AnchorRow[], about: About | null): Pick<ClaimRows, 'anchors' | 'headline'> =>
  about === 'headline' ? { anchors: [], headline: places[0] ?? null } : { anchors: places, headline: null };

/** The places that follow the text: those in it, or the headline for a claim about that. */
export const placesOfRows = ({ anchors: places, headline }: ClaimRows): AnchorRow[] => (headline ? [headline] : places);
