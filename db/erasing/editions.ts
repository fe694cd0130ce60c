import { asc, eq } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import { type Payload, withoutWithdrawn } from '@/domain/edition';
import type { Tx } from '../client';
import { editions, type withdrawals } from '../schema';

/**
 * Leaves of a withdrawn claim, in every edition of its article, its hash and the reason that readers are given, as they
 * read it already. The hashes of what was taken out.
 */
export async function withoutClaim(
  tx: Tx,
  articleId: string,
  { k, reason, withdrawnAt: at }: typeof withdrawals.$inferSelect,
): Promise<string[]> {
  const rows = await tx
    .select({ id: editions.id, payload: editions.payload, erasure: editions.erasure })
    .from(editions)
    .where(eq(editions.articleId, articleId))
    .orderBy(asc(editions.number));
  const hashes: string[] = [];
  for (const row of rows) {
    if (row.erasure !== null) continue; // nothing is left of its claims
    const payload = JSON.parse(row.payload) as Payload;
    const gone = payload.claims.flatMap((entry) => ('claim' in entry && entry.claim.k === k ? [entry.hash] : []));
    if (gone.length === 0) continue;
    hashes.push(...gone);
    const left = canonical(withoutWithdrawn(payload, new Map([[k ?? 0, { reason, at }]])));
    await tx.update(editions).set({ payload: left }).where(eq(editions.id, row.id));
  }
  return hashes;
}
