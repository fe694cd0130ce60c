import { and, eq } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database } from '../client';
import { articles, claims } from '../schema';

/** The id of the article that is published under a slug. */
export async function articleUnder(_permit: Permit<'administer'>, slug: string): Promise<Result<string>> {
  const [row] = await database().read.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug));
  return row ? ok(row.id) : refuse('missing', 'no-such-article', `Nothing here has the address ${slug}.`);
}

/** The id of the claim with a number in the editions of an article. */
export async function claimNumbered(_permit: Permit<'administer'>, slug: string, k: number): Promise<Result<string>> {
  const [row] = await database()
    .read.select({ id: claims.id })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(articles.slug, slug), eq(claims.k, k)));
  return row ? ok(row.id) : refuse('missing', 'no-such-claim', `No edition of ${slug} has a claim ${k}.`);
}
