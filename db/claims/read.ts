import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { readArticle } from '../articles/read';
import { database } from '../client';
import { claims } from '../schema';
import { noSuchClaim } from './change';
import { presentClaim } from './present';
import { claimRow, claimRows } from './rows';

export async function readClaim({ actor }: Permit<'read'>, id: string): Promise<Result<Claim>> {
  const rows = await claimRow(database().read, id);
  return rows ? ok(presentClaim(rows, actor)) : noSuchClaim();
}

/** Those of these claims that there are, oldest first. */
export async function readClaims({ actor }: Permit<'read'>, ids: string[]): Promise<Claim[]> {
  return (await claimRows(database().read, inArray(claims.id, ids))).map((rows) => presentClaim(rows, actor));
}

/** The claims of an article in every state, oldest first; `after` is the id to go on from, no limit means all. */
export async function listClaims(
  permit: Permit<'read'>,
  articleId: string,
  { after, limit }: { after?: string; limit?: number } = {},
): Promise<Result<Claim[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const rows = await claimRows(
    database().read,
    and(eq(claims.articleId, articleId), after ? gt(claims.id, after) : undefined),
    limit,
  );
  return ok(rows.map((each) => presentClaim(each, permit.actor)));
}
