import { and, asc, desc, eq, gt, lt, max, type SQL, sql } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import {
  type Confirmation,
  type Payload,
  type Tier,
  type Withdrawal,
  type WithdrawnClaims,
  type WithdrawnEdition,
  withdrawnEdition,
  withoutWithdrawn,
} from '@/domain/edition';
import type { Scale } from '@/domain/scale';
import { database } from '../client';
import { confirmations, editions, withdrawals } from '../schema';

/*
 * What the world may read. Every query here is of the tables of editions, withdrawals and confirmations and of no other,
 * which a test holds it to: nothing under way can leak, and nothing but a withdrawal changes what was published.
 */

/** One edition of an article without its payload. */
export type EditionHead = {
  id: string;
  number: number;
  digest: string;
  previousDigest: string | null;
  /** null where the edition is withdrawn: it may say what must not be said */
  note: string | null;
  tier: Tier | null;
  publishedAt: string;
  /** why it is shown no more */
  withdrawal: Withdrawal | null;
  /** the claims of the article that are shown no more, in whichever edition */
  withdrawnClaims: WithdrawnClaims;
};

type Withdrawals = { ofEditions: ReadonlyMap<number, Withdrawal>; ofClaims: WithdrawnClaims };

async function withdrawalsOf(slug: string): Promise<Withdrawals> {
  const rows = await database()
    .read.select({
      number: withdrawals.number,
      k: withdrawals.k,
      reason: withdrawals.reason,
      at: withdrawals.withdrawnAt,
    })
    .from(withdrawals)
    .where(eq(withdrawals.slug, slug));
  const by = (field: 'number' | 'k') =>
    new Map(
      rows.flatMap(({ reason, at, ...row }) => (row[field] === null ? [] : [[row[field], { reason, at }] as const])),
    );
  return { ofEditions: by('number'), ofClaims: by('k') };
}

/** Every edition published under a slug, oldest first; empty when there is none. */
export async function editionHeads(slug: string): Promise<EditionHead[]> {
  const rows = await database()
    .read.select({
      id: editions.id,
      number: editions.number,
      digest: editions.digest,
      previousDigest: editions.previousDigest,
      note: editions.note,
      tier: editions.tier,
      publishedAt: editions.publishedAt,
    })
    .from(editions)
    .where(eq(editions.slug, slug))
    .orderBy(asc(editions.number));
  // after the editions, so that none of them can be newer than what is known of its withdrawal
  const { ofEditions, ofClaims } = await withdrawalsOf(slug);
  return rows.map(({ tier, note, ...head }) => {
    const withdrawal = ofEditions.get(head.number) ?? null;
    return {
      ...head,
      tier: tier as Tier | null,
      note: withdrawal ? null : note,
      withdrawal,
      withdrawnClaims: ofClaims,
    };
  });
}

/**
 * The payload of an edition as the world may read it, canonical JSON: as it was frozen, or without the claims that were
 * withdrawn since. Throws when there is no such edition, or when it is withdrawn itself.
 */
export async function frozenPayload({ id, withdrawal, withdrawnClaims }: EditionHead): Promise<string> {
  if (withdrawal) throw new Error(`Edition ${id} is withdrawn`);
  const [row] = await database().read.select({ payload: editions.payload }).from(editions).where(eq(editions.id, id));
  if (!row) throw new Error(`Edition ${id} is gone`);
  if (withdrawnClaims.size === 0) return row.payload;
  return canonical(withoutWithdrawn(JSON.parse(row.payload) as Payload, withdrawnClaims));
}

/** Confirmations in retrospect of approvals without a second person; claim (null: the conclusion) and time name the approval. */
export async function confirmationsOf(
  slug: string,
): Promise<{ k: number | null; approvedAt: string; made: Confirmation }[]> {
  const rows = await database()
    .read.select()
    .from(confirmations)
    .where(eq(confirmations.slug, slug))
    .orderBy(asc(confirmations.id));
  return rows.map(({ k, approvedAt, credit, confirmedAt }) => ({
    k: k === 0 ? null : k,
    approvedAt,
    made: { by: credit, at: confirmedAt },
  }));
}

/** What is left of an edition that is withdrawn; null of one that is not. */
export const remainsOf = ({ withdrawal, digest, ...edition }: EditionHead): WithdrawnEdition | null =>
  withdrawal && withdrawnEdition(edition, digest, withdrawal);

const isShown = sql`not exists (
  select 1 from ${withdrawals} w where w.slug = ${editions.slug} and w.number = ${editions.number})`;

/** Of an edition's claims, as `json_each` names them, those that are shown. */
const claimIsShown = sql.raw(`json_extract(value, '$.claim') is not null and not exists (
  select 1 from withdrawals w where w.slug = editions.slug and w.k = json_extract(value, '$.claim.k'))`);

/** The newest edition under a slug that shows claim `k`, or null. */
export async function newestWithClaim(slug: string, k: number): Promise<number | null> {
  const shows = sql`exists (
    select 1 from json_each(${editions.payload}, '$.claims') where json_extract(value, '$.claim.k') = ${k})`;
  const [row] = await database()
    .read.select({ number: max(editions.number) })
    .from(editions)
    .where(and(eq(editions.slug, slug), shows, isShown));
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
  /** why it is shown no more: then title, note and verdicts are not told either */
  withdrawal: Withdrawal | null;
  article: Pick<Payload['frame']['article'], 'title' | 'publication' | 'publishedOn' | 'language'>;
  /** what the desk was called then */
  desk: string;
  scale: Scale;
  /** the key of each claim's verdict, in reading order */
  verdicts: string[];
};

/** Which of all editions, latest first: `before` is the id to go on from. */
type Page = { before?: string; limit: number };

/** What the desk was called in the newest edition under a slug whose words were not erased. */
const deskIn = (slug: SQL) => sql<string>`coalesce((
  select json_extract(e.payload, '$.frame.desk.name') from ${editions} e
  where e.slug = ${slug} and json_extract(e.payload, '$.frame') is not null order by e.number desc limit 1), 'The desk')`;

const isNewest = sql`${editions.number} = (select max(e.number) from ${editions} e where e.slug = ${editions.slug})`;

/** What is published, the newest edition of each article, latest first. */
export const listPublished = (page: Page): Promise<Published[]> => listed(page, and(isNewest, isShown));

/** Every edition, latest first. */
export const listEveryEdition = (page: Page): Promise<Published[]> => listed(page);

/** Of an edition whose words were erased: it tells no verdicts to be read by a scale. */
const noScale: Scale = { id: 'none', version: 1, name: '', ordered: false, values: [] };

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
      desk: sql<string>`coalesce(json_extract(${editions.payload}, '$.frame.desk.name'), ${deskIn(sql`editions.slug`)})`,
      scale: sql<string | null>`json_extract(${editions.payload}, '$.frame.scale')`,
      withdrawal: sql<string | null>`(select json_object('reason', w.reason, 'at', w.withdrawn_at)
        from ${withdrawals} w where w.slug = editions.slug and w.number = editions.number)`,
      verdicts: sql<string>`(select json_group_array(json_extract(value, '$.claim.content.verdict.key'))
        from json_each(${editions.payload}, '$.claims') where ${claimIsShown})`,
    })
    .from(editions)
    .where(and(before === undefined ? undefined : lt(editions.id, before), which))
    .orderBy(desc(editions.id))
    .limit(limit);
  return rows.map(({ title, publication, publishedOn, language, scale, verdicts, tier, note, withdrawal, ...head }) => {
    const shown = withdrawal === null;
    return {
      ...head,
      tier: tier as Tier | null,
      note: shown ? note : null,
      withdrawal: shown ? null : (JSON.parse(withdrawal) as Withdrawal),
      article: shown
        ? { title: title ?? '', publication, publishedOn, language: language ?? 'en' }
        : { title: '', publication: null, publishedOn: null, language: 'en' },
      scale: scale === null ? noScale : (JSON.parse(scale) as Scale),
      verdicts: shown ? (JSON.parse(verdicts) as string[]) : [],
    };
  });
}

/** A withdrawal as feeds tell of it: of edition `number`, or of claim `k` in every edition. */
export type ToldWithdrawal = {
  id: string;
  slug: string;
  number: number | null;
  k: number | null;
  reason: string;
  at: string;
  /** what the desk was called in the newest edition */
  desk: string;
};

/** Every withdrawal, latest first: `before` is the id, of a withdrawal or an edition, to go on from. */
export const listWithdrawals = async ({ before, limit }: Page): Promise<ToldWithdrawal[]> =>
  database()
    .read.select({
      id: withdrawals.id,
      slug: withdrawals.slug,
      number: withdrawals.number,
      k: withdrawals.k,
      reason: withdrawals.reason,
      at: withdrawals.withdrawnAt,
      desk: deskIn(sql`withdrawals.slug`),
    })
    .from(withdrawals)
    .where(before === undefined ? undefined : lt(withdrawals.id, before))
    .orderBy(desc(withdrawals.id))
    .limit(limit);

/** A published article as search engines are told of it: when it last changed, and the claims with a page of their own. */
export type Addressed = { slug: string; publishedAt: string; ks: number[] };

/** Every published article in the order of their slugs, at most `limit`, those after `after`. */
export async function listAddresses({ after, limit }: { after?: string; limit: number }): Promise<Addressed[]> {
  const rows = await database()
    .read.select({
      slug: editions.slug,
      publishedAt: editions.publishedAt,
      ks: sql<string>`(select json_group_array(json_extract(value, '$.claim.k'))
        from json_each(${editions.payload}, '$.claims') where ${claimIsShown})`,
    })
    .from(editions)
    .where(and(after === undefined ? undefined : gt(editions.slug, after), isNewest, isShown))
    .orderBy(asc(editions.slug))
    .limit(limit);
  return rows.map(({ ks, ...row }) => ({ ...row, ks: JSON.parse(ks) as number[] }));
}
