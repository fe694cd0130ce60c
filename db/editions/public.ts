import { and, asc, desc, eq, gt, lt, max, type SQL, sql } from 'drizzle-orm';
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

/** An edition as lists and feeds tell of it. */
export type Published = {
  id: string;
  slug: string;
  number: number;
  publishedAt: string;
  note: string | null;
  tier: Tier | null;
  article: Pick<Payload['frame']['article'], 'title' | 'publication' | 'publishedOn' | 'language'>;
  /** what the desk was called then */
  desk: string;
  scale: Scale;
  /** the key of each claim's verdict, in reading order */
  verdicts: string[];
};

/** Which of all editions, latest first: `before` is the id to go on from. */
type Page = { before?: string; limit: number };

const isNewest = sql`${editions.number} = (select max(e.number) from ${editions} e where e.slug = ${editions.slug})`;

/** What is published, the newest edition of each article, latest first. */
export const listPublished = (page: Page): Promise<Published[]> => listed(page, isNewest);

/** Every edition, latest first. */
export const listEveryEdition = (page: Page): Promise<Published[]> => listed(page);

async function listed({ before, limit }: Page, which?: SQL): Promise<Published[]> {
  const field = (name: string) => sql<string | null>`json_extract(${editions.payload}, ${`$.frame.article.${name}`})`;
  const rows = await database()
    .read.select({
      id: editions.id,
      slug: editions.slug,
      number: editions.number,
      publishedAt: editions.publishedAt,
      note: editions.note,
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
    .where(and(before === undefined ? undefined : lt(editions.id, before), which))
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

/** A published article as search engines are told of it: when it last changed, and the claims with a page of their own. */
export type Addressed = { slug: string; publishedAt: string; ks: number[] };

/** Every published article in the order of their slugs, at most `limit`, those after `after`. */
export async function listAddresses({ after, limit }: { after?: string; limit: number }): Promise<Addressed[]> {
  const rows = await database()
    .read.select({
      slug: editions.slug,
      publishedAt: editions.publishedAt,
      ks: sql<string>`(select json_group_array(json_extract(value, '$.claim.k'))
        from json_each(${editions.payload}, '$.claims') where json_extract(value, '$.claim') is not null)`,
    })
    .from(editions)
    .where(and(after === undefined ? undefined : gt(editions.slug, after), isNewest))
    .orderBy(asc(editions.slug))
    .limit(limit);
  return rows.map(({ ks, ...row }) => ({ ...row, ks: JSON.parse(ks) as number[] }));
}
