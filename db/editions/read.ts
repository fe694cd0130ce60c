import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { digestOf } from '@/domain/canonical';
import type { Edition } from '@/domain/contract/editions';
import type { Payload, Withdrawal, WithdrawnEdition } from '@/domain/edition';
import type { Erased } from '@/domain/erasure';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { readArticle } from '../articles/read';
import { database } from '../client';
import { erasedBy } from '../erasing/erased';
import { claims, editions, revisions, withdrawals } from '../schema';
import { presentEdition } from './present';
import { editionHeads, frozenPayload, remainsOf } from './public';

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
    .leftJoin(withdrawals, and(eq(withdrawals.slug, editions.slug), eq(withdrawals.number, editions.number)))
    .where(and(eq(editions.articleId, articleId), before === undefined ? undefined : lt(editions.number, before)))
    .orderBy(desc(editions.number))
    .limit(limit);
  const erased = await erasedBy(
    database().read,
    rows.map(({ erasure }) => erasure),
  );
  return ok(
    rows.map(({ reason, at, erasure, ...row }) => {
      const withdrawal = reason === null || at === null ? null : { reason, at };
      const told = { withdrawal, erased: erased.get(erasure ?? 0) ?? null };
      return presentEdition({ ...row, ...told }, article.value.revision.number);
    }),
  );
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
  erasure: editions.erasure,
  reason: withdrawals.reason,
  at: withdrawals.withdrawnAt,
};

/** A claim that was published, as the newest edition that has it puts it; without words once they were erased. */
export type PublishedClaim = {
  id: string;
  k: number;
  statement: string;
  withdrawal: Withdrawal | null;
  erased: Erased | null;
};

/** Every claim of an article that an edition has, by its number in them. */
export async function listPublishedClaims(_permit: Permit<'read'>, articleId: string): Promise<PublishedClaim[]> {
  const { read } = database();
  const published = await read
    .select({ id: claims.id, k: claims.k, erasure: claims.erasure })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isNotNull(claims.k)))
    .orderBy(asc(claims.k));
  const rows = await read
    .select({
      slug: editions.slug,
      claims: sql<string>`(select json_group_array(
          json_object('k', value -> '$.claim.k', 'statement', value ->> '$.claim.content.statement'))
        from json_each(${editions.payload}, '$.claims'))`,
    })
    .from(editions)
    .where(eq(editions.articleId, articleId))
    .orderBy(asc(editions.number));
  const withdrawn = rows[0] ? (await editionHeads(rows[0].slug))[0]?.withdrawnClaims : undefined;
  const said = new Map(
    rows.flatMap((row) =>
      (JSON.parse(row.claims) as { k: number | null; statement: string }[]).map((each) => [each.k, each.statement]),
    ),
  );
  const erased = await erasedBy(
    read,
    published.map(({ erasure }) => erasure),
  );
  return published.map(({ id, k, erasure }) => ({
    id,
    k: k ?? 0,
    statement: said.get(k) ?? '',
    withdrawal: withdrawn?.get(k ?? 0) ?? null,
    erased: erased.get(erasure ?? 0) ?? null,
  }));
}

/**
 * The frozen payload of one edition as the world may read it, or what is left of a withdrawn one; `version` changes when
 * something is withdrawn. Public, like the edition's page.
 */
export async function readEdition(
  articleId: string,
  number: number,
): Promise<Result<{ record: Payload | WithdrawnEdition; version: string }>> {
  const [row] = await database()
    .read.select({ slug: editions.slug })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.number, number)));
  const head = row && (await editionHeads(row.slug)).find((each) => each.number === number);
  if (!head) return refuse('missing', 'no-such-edition', 'The article has no such edition.');
  const record = remainsOf(head) ?? (JSON.parse(await frozenPayload(head)) as Payload);
  const withdrawn = [...head.withdrawnClaims.keys()];
  return ok({ record, version: digestOf({ digest: head.digest, withdrawal: head.withdrawal, withdrawn }) });
}
