import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ClaimFilter, ClaimSort } from '@/domain/claim-filter';
import type { ClaimBrief } from '@/domain/contract/board';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Unsettled } from '@/domain/settling';
import type { ClaimState } from '@/domain/workflow';
import type { Reading } from '../claims/rows';
import { database } from '../client';
import { articles, claims, revisions, scales } from '../schema';
import { blindTo, isSeen } from '../second-verdicts/blind';
import { chosenBy, statesOf } from './claim-filter';
import { claimOrders } from './claim-order';
import { firstIds, unsettledJson } from './standings';

const columns = {
  id: claims.id,
  articleId: claims.articleId,
  articleTitle: sql<string>`(select r.title from ${revisions} r where r.article_id = ${claims.articleId}
    order by r.number desc limit 1)`,
  statement: claims.statement,
  quotes: claims.quotes,
  kind: claims.kind,
  claimant: claims.claimant,
  verdict: claims.verdict,
  scale: { id: articles.scaleId, version: articles.scaleVersion },
  state: claims.state,
  assignee: claims.assignee,
  dueAt: claims.dueAt,
  createdBy: claims.createdBy,
  createdAt: claims.createdAt,
  updatedAt: claims.updatedAt,
  unsettled: unsettledJson,
};

const selected = (db: Reading, where: SQL, order: SQL[]) =>
  db
    .select(columns)
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(where)
    .orderBy(...order);
type BriefRow = Awaited<ReturnType<typeof selected>>[number];

/** Claims that a condition picks, in brief, but for those to which somebody is blind. */
export async function briefs(db: Reading, permit: Permit, where: SQL, order: SQL[]): Promise<ClaimBrief[]> {
  const seen = isSeen(claims.id, await blindTo(db, permit.actor));
  const rows = await selected(db, and(where, seen) ?? where, order);
  const known = await verdictsOf(db, rows);
  return rows.map((row) => presentBrief(row, known));
}

type Verdicts = ReadonlyMap<string, NonNullable<ClaimBrief['verdict']>>;
const verdictName = (scale: BriefRow['scale'], key: string): string => `${scale.id} ${scale.version} ${key}`;

/** A claim in brief. Those to which somebody is blind are left out before, with all that is counted. */
function presentBrief({ quotes, scale, ...row }: BriefRow, known: Verdicts): ClaimBrief {
  return {
    ...row,
    quote: quotes[0] ?? null,
    claimant: row.claimant?.name ?? null,
    verdict: row.verdict === null ? null : (known.get(verdictName(scale, row.verdict)) ?? null),
    unsettled: row.unsettled === null ? null : (JSON.parse(row.unsettled) as Unsettled),
  };
}

async function verdictsOf(db: Reading, rows: readonly BriefRow[]): Promise<Verdicts> {
  const ids = [...new Set(rows.map(({ scale }) => scale.id))];
  const found = ids.length === 0 ? [] : await db.select().from(scales).where(inArray(scales.id, ids));
  return new Map(
    found.flatMap((scale) =>
      scale.verdicts.map(
        ({ key, label, colour, glyph }) => [verdictName(scale, key), { key, label, colour, glyph }] as const,
      ),
    ),
  );
}

type Page = { sort?: ClaimSort; cursor?: string; limit: number };

/** Claims of the whole desk that a filter picks, one page of them, and the cursor of the next. */
export async function listBriefs(
  permit: Permit<'read'>,
  filter: ClaimFilter,
  { sort = 'due', cursor, limit }: Page,
): Promise<Result<{ items: ClaimBrief[]; next?: string }>> {
  const order = claimOrders[sort];
  const after = cursor === undefined ? undefined : order.after(cursor);
  if (after === null)
    return refuse('malformed', 'cursor', 'This cursor is not one of ours. Follow the Link header instead.');
  const seen = isSeen(claims.id, await blindTo(database().read, permit.actor));
  const chosen = and(chosenBy(filter), after, seen) ?? sql`true`;
  const first = sql`${claims.id} in ${firstIds(chosen, order.by, limit + 1)}`;
  const found = await briefs(database().read, permit, first, order.by);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return ok(found.length > limit && last ? { items, next: order.cursorOf(last) } : { items });
}

/** As far as the claims of a state are counted: more than a person would look through. */
export const MOST_COUNTED = 1000;
export type StateCounts = Partial<Record<ClaimState, number>>;

/** How many claims that a filter picks stand in each state, each counted up to `MOST_COUNTED`. */
export async function countByState({ actor }: Permit<'read'>, filter: ClaimFilter): Promise<StateCounts> {
  const seen = isSeen(claims.id, await blindTo(database().read, actor));
  const counts = await Promise.all(
    statesOf(filter).map(async (state) => {
      const [row] = await database().read.all<{ many: number }>(
        sql`select count(*) as many from (select 1 from ${claims} where ${and(chosenBy({ ...filter, state }), seen)} limit ${MOST_COUNTED})`,
      );
      return [state, row?.many ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

export type Column = { state: ClaimState; count: number; items: ClaimBrief[]; next: string | null };

/** The board: for each state that a filter asks for, the first of its claims by due time and how many there are. */
export async function boardOf(permit: Permit<'read'>, filter: ClaimFilter, limit: number): Promise<Column[]> {
  const counts = await countByState(permit, filter);
  return Promise.all(
    statesOf(filter).map(async (state) => {
      const page = await listBriefs(permit, { ...filter, state }, { limit });
      if (!page.ok) throw new Error('A board begins without a cursor');
      return { state, count: counts[state] ?? 0, items: page.value.items, next: page.value.next ?? null };
    }),
  );
}
