import { asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ClaimSort } from '@/domain/claim-filter';
import type { ClaimBrief } from '@/domain/contract/board';
import { claims } from '../schema';
import { byDue } from '../schema/columns';

type Order = {
  by: SQL[];
  /** the condition of what comes after a place in the list; null where the place is none of this order */
  after: (cursor: string) => SQL | null;
  cursorOf: (claim: Pick<ClaimBrief, 'id' | 'dueAt'>) => string;
};

const isId = (cursor: string): boolean => /^[\w-]{1,36}$/.test(cursor);
const byId = ({ id }: { id: string }): string => id;

/** A due time in a cursor, which may hold letters, figures, lines and dashes: milliseconds, or none. */
const dueKey = (dueAt: string | null): string => (dueAt === null ? 'none' : String(Date.parse(dueAt)));

function afterDue(cursor: string): SQL | null {
  const [, key = 'none', id] = /^(?:(none|-?\d{1,16})_)?([\w-]{1,36})$/.exec(cursor) ?? [];
  if (!id) return null;
  const at = new Date(Number(key));
  if (key !== 'none' && Number.isNaN(at.getTime())) return null;
  const [due, from] = [byDue(claims.dueAt), key === 'none' ? '9' : at.toISOString()];
  return sql`${due} >= ${from} and (${due}, ${claims.id}) > (${from}, ${id})`; // the first half is what an index can take
}

/** How claims are put in order, and how a list goes on from a place in it. A claim's article never changes. */
export const claimOrders: Record<ClaimSort, Order> = {
  due: {
    by: [asc(byDue(claims.dueAt)), asc(claims.id)],
    after: afterDue,
    cursorOf: ({ id, dueAt }) => `${dueKey(dueAt)}_${id}`,
  },
  oldest: { by: [asc(claims.id)], after: (id) => (isId(id) ? gt(claims.id, id) : null), cursorOf: byId },
  newest: { by: [desc(claims.id)], after: (id) => (isId(id) ? lt(claims.id, id) : null), cursorOf: byId },
  article: {
    by: [desc(claims.articleId), asc(claims.id)],
    after: (id) => (isId(id) ? afterInArticles(id) : null),
    cursorOf: byId,
  },
};

function afterInArticles(id: string): SQL {
  const article = sql`(select c.article_id from claims c where c.id = ${id})`;
  return or(sql`${claims.articleId} < ${article}`, sql`${eq(claims.articleId, article)} and ${claims.id} > ${id}`)!;
}
