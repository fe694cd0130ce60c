import { and, asc, desc, eq, lt, max, sql } from 'drizzle-orm';
import type { Payload, Tier } from '@/domain/edition';
import type { Scale } from '@/domain/scale';
import { database } from '../client';
import { editions } from '../schema';

/*
 * What the world may read. Every query here is of the table of editions and of no other, which a test holds it to:
 * nothing under way can leak, and nothing that changes later changes what was published.
 */

/** One edition of an article without its payload. */
export type EditionHead = {
  id: string;
  number: number;
  digest: string;
  note: string | null;
  tier: Tier | null;
  publishedAt: string;
};

/** Every edition published under a slug, oldest first; empty when there is none. */
export async function editionHeads(slug: string): Promise<EditionHead[]> {
  const rows = await database()
    .read.select({
      id: editions.id,
      number: editions.number,
      digest: editions.digest,
      note: editions.note,
      tier: editions.tier,
      publishedAt: editions.publishedAt,
    })
    .from(editions)
    .where(eq(editions.slug, slug))
    .orderBy(asc(editions.number));
  return rows.map(({ tier, ...head }) => ({ ...head, tier: tier as Tier | null }));
}

/** The payload of an edition as it was frozen, canonical JSON. Throws when there is no such edition. */
export async function frozenPayload(id: string): Promise<string> {
  const [row] = await database().read.select({ payload: editions.payload }).from(editions).where(eq(editions.id, id));
  if (!row) throw new Error(`Edition ${id} is gone`);
  return row.payload;
}

/** The newest edition under a slug that shows claim `k`, or null. */
export async function newestWithClaim(slug: string, k: number): Promise<number | null> {
  const shows = sql`exists (
    select 1 from json_each(${editions.payload}, '$.claims') where json_extract(value, '$.claim.k') = ${k})`;
  const [row] = await database()
    .read.select({ number: max(editions.number) })
    .from(editions)
    .where(and(eq(editions.slug, slug), shows));
  return row?.number ?? null;
}

/** A published article as the front page lists it, from its newest edition. */
export type Published = {
  id: string;
  slug: string;
  number: number;
  publishedAt: string;
  tier: Tier | null;
  article: Pick<Payload['frame']['article'], 'title' | 'publication' | 'publishedOn' | 'language'>;
  /** what the desk was called then */
  desk: string;
  scale: Scale;
  /** the key of each claim's verdict, in reading order */
  verdicts: string[];
};

/** What is published, the newest edition of each article, latest first; `before` is the id to go on from. */
export async function listPublished({ before, limit }: { before?: string; limit: number }): Promise<Published[]> {
  const field = (name: string) => sql<string | null>`json_extract(${editions.payload}, ${`$.frame.article.${name}`})`;
  const rows = await database()
    .read.select({
      id: editions.id,
      slug: editions.slug,
      number: editions.number,
      publishedAt: editions.publishedAt,
      tier: editions.tier,
      title: field('title'),
      publication: field('publication'),
      publishedOn: field('publishedOn'),
      language: field('language'),
      desk: sql<string>`json_extract(${editions.payload}, '$.frame.desk.name')`,
      scale: sql<string>`json_extract(${editions.payload}, '$.frame.scale')`,
      verdicts: sql<string>`(select json_group_array(json_extract(value, '$.claim.content.verdict.key'))
        from json_each(${editions.payload}, '$.claims') where json_extract(value, '$.claim') is not null)`,
    })
    .from(editions)
    .where(
      and(
        before === undefined ? undefined : lt(editions.id, before),
        sql`${editions.number} = (select max(e.number) from ${editions} e where e.slug = ${editions.slug})`,
      ),
    )
    .orderBy(desc(editions.id))
    .limit(limit);
  return rows.map(({ title, publication, publishedOn, language, scale, verdicts, tier, ...head }) => ({
    ...head,
    tier: tier as Tier | null,
    article: { title: title ?? '', publication, publishedOn, language: language ?? 'en' },
    scale: JSON.parse(scale) as Scale,
    verdicts: JSON.parse(verdicts) as string[],
  }));
}
