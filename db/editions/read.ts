import { and, desc, eq, lt } from 'drizzle-orm';
import type { Edition } from '@/domain/contract/editions';
import type { Payload } from '@/domain/edition';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { readArticle } from '../articles/read';
import { database } from '../client';
import { editions, revisions } from '../schema';
import { presentEdition } from './present';

/** The editions of an article, newest first; `before` is the number to go on from. */
export async function listEditions(
  permit: Permit<'read'>,
  articleId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<Result<Edition[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const rows = await database()
    .read.select(columnsOf)
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .where(and(eq(editions.articleId, articleId), before === undefined ? undefined : lt(editions.number, before)))
    .orderBy(desc(editions.number))
    .limit(limit);
  return ok(rows.map((row) => presentEdition(row, article.value.revision.number)));
}

const columnsOf = {
  slug: editions.slug,
  number: editions.number,
  digest: editions.digest,
  previousDigest: editions.previousDigest,
  note: editions.note,
  tier: editions.tier,
  publishedBy: editions.publishedBy,
  publishedAt: editions.publishedAt,
  revision: revisions.number,
};

/** The frozen payload of one edition. Public, like the edition's page. */
export async function readEdition(
  articleId: string,
  number: number,
): Promise<Result<{ payload: Payload; digest: string }>> {
  const [row] = await database()
    .read.select({ payload: editions.payload, digest: editions.digest })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.number, number)));
  if (!row) return refuse('missing', 'no-such-edition', 'The article has no such edition.');
  return ok({ payload: JSON.parse(row.payload) as Payload, digest: row.digest });
}
