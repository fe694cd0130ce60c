import { createHmac } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { lineOfClaim } from '@/domain/claim';
import { addressOf } from '@/domain/edition';
import type { WebhookKind } from '@/domain/webhook';
import { articleRow } from '../articles/rows';
import type { Reading } from '../claims/rows';
import type { activity } from '../schema';
import { claims, editions } from '../schema';

/** A message as Standard Webhooks says (https://www.standardwebhooks.com): signed, and under an id that stays. */
export type Message = { id: string; body: string; headers: Record<string, string> };

/** Signs what a receiver is sent: HMAC-SHA256 over id, time and body, so that none of them can be sent again as another. */
export function signed(id: string, body: string, secret: string, now = new Date()): Message {
  const timestamp = Math.floor(now.getTime() / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
  return { id, body, headers };
}

type Entry = typeof activity.$inferSelect & { content: Record<string, unknown> | null };

/**
 * What a receiver is told of an entry of the log: what happened to what, and where to look. Neither verdicts nor
 * rationales, notes or people: who may see those asks the API.
 */
export async function bodyOf(db: Reading, entry: Entry, kind: WebhookKind, origin: string): Promise<string> {
  const { articleId, claimId, subject, content } = entry;
  const data = {
    article: articleId && (await articleTold(db, articleId, origin)),
    ...(claimId ? { claim: await claimTold(db, claimId, origin) } : {}),
    ...(kind === 'claim.decided' ? { outcome: entry.type === 'claim.approved' ? 'approved' : 'returned' } : {}),
    ...(entry.type === 'edition.published' && subject ? { edition: await editionTold(db, subject, origin) } : {}),
    ...(entry.type.endsWith('.withdrawn') ? { withdrawal: withdrawalTold(content) } : {}),
    ...(kind === 'article.changed' ? { revision: { number: content?.number ?? null } } : {}),
  };
  return JSON.stringify({ type: kind, timestamp: entry.at, data });
}

async function articleTold(db: Reading, id: string, origin: string) {
  const row = await articleRow(db, id);
  return { id, title: row?.revision.title ?? null, slug: row?.article.slug ?? null, url: `${origin}/articles/${id}` };
}

async function claimTold(db: Reading, id: string, origin: string) {
  const [row] = await db
    .select({ articleId: claims.articleId, statement: claims.statement, quotes: claims.quotes, k: claims.k })
    .from(claims)
    .where(eq(claims.id, id));
  const statement = row ? lineOfClaim(row) : null;
  return { id, number: row?.k ?? null, statement, url: row && `${origin}/articles/${row.articleId}#claim-${id}` };
}

async function editionTold(db: Reading, id: string, origin: string) {
  const [row] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.id, id)));
  if (!row) return null;
  const { number, digest, tier, note, slug } = row;
  return { number, digest, tier, note, url: `${origin}${addressOf(slug, number)}` };
}

const withdrawalTold = (content: Entry['content']) => ({
  edition: content?.number ?? null,
  claim: content?.k ?? null,
  reason: content?.reason ?? null,
});
