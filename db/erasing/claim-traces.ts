import { and, asc, eq, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { type ClaimGoes, type claimStays, erasureTypes } from '@/domain/erasure';
import type { ClaimRows, Reading } from '../claims/rows';
import {
  activity,
  approaches,
  claims,
  comments,
  conclusions,
  decisions,
  editions,
  evidence,
  secondVerdicts,
  threads,
} from '../schema';
import { entriesWhere } from './told';

/** What hangs on a claim, and what tells of it. */
export type ClaimTraces = {
  evidence: string[];
  /** ids of the sources that no other claim cites, now or once */
  sources: string[];
  /** ids of the other sources that it cites */
  shared: string[];
  threads: string[];
  comments: string[];
  /** numbers of the log's entries that tell of it */
  entries: number[];
  counts: ClaimGoes;
  left: Parameters<typeof claimStays>[0];
};

type Claim = ClaimRows['claim'];

export async function tracesOfClaim(db: Reading, claim: Claim): Promise<ClaimTraces> {
  const { id } = claim;
  const proof = await db
    .select({ id: evidence.id, source: evidence.sourceId })
    .from(evidence)
    .where(eq(evidence.claimId, id));
  const cited = [...new Set(proof.map(({ source }) => source))];
  const elsewhere = await db
    .select({ source: evidence.sourceId })
    .from(evidence)
    .where(and(inArray(evidence.sourceId, cited), ne(evidence.claimId, id)))
    .groupBy(evidence.sourceId);
  const shared = elsewhere.map(({ source }) => source);
  const sources = cited.filter((source) => !shared.includes(source));
  const on = await threadsOn(db, id);
  const said = await db.select({ id: comments.id }).from(comments).where(inArray(comments.threadId, on));
  const entries = await entriesOn(db, id, sources);
  const many = async (table: typeof decisions | typeof approaches | typeof secondVerdicts) =>
    (await db.select({ id: table.id }).from(table).where(eq(table.claimId, id))).length;
  return {
    evidence: proof.map((item) => item.id),
    sources,
    shared,
    threads: on,
    comments: said.map((comment) => comment.id),
    entries,
    counts: {
      evidence: proof.length,
      sources: sources.length,
      decisions: await many(decisions),
      seconds: await many(secondVerdicts),
      approaches: await many(approaches),
      threads: on.length,
      comments: said.length,
      entries: entries.length,
      editions: (await editionsWith(db, claim)).length,
    },
    left: await leftOf(db, claim),
  };
}

async function threadsOn(db: Reading, claimId: string): Promise<string[]> {
  const rows = await db
    .select({ id: threads.id })
    .from(threads)
    .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
    .where(or(eq(threads.claimId, claimId), eq(evidence.claimId, claimId)));
  return rows.map(({ id }) => id);
}

/** What was published stays as it was told to readers: withdrawing has its own reason, which they are given. */
const kept = ['claim.withdrawn', ...erasureTypes] as const;

const entriesOn = (db: Reading, claimId: string, sources: readonly string[]): Promise<number[]> =>
  entriesWhere(
    db,
    or(
      and(eq(activity.claimId, claimId), notInArray(activity.type, [...kept])),
      and(eq(activity.type, 'source.changed'), isNull(activity.articleId), inArray(activity.subject, [...sources])),
    ),
  );

const editionsWith = (db: Reading, { articleId, k }: Claim): Promise<{ number: number }[]> =>
  db
    .select({ number: editions.number })
    .from(editions)
    .where(
      and(
        eq(editions.articleId, articleId),
        sql`exists (select 1 from json_each(${editions.payload}, '$.claims') where value ->> '$.claim.k' = ${k})`,
      ),
    );

async function leftOf(db: Reading, { id, articleId }: Claim): Promise<ClaimTraces['left']> {
  const relatives = await db
    .select({ id: claims.id, statement: claims.statement })
    .from(claims)
    .where(and(or(eq(claims.splitFrom, id), eq(claims.mergedInto, id), isOrigin(id)), isNull(claims.erasure)))
    .orderBy(asc(claims.id));
  const whole = await db
    .select({ slug: editions.slug, number: editions.number })
    .from(editions)
    .where(
      and(
        eq(editions.articleId, articleId),
        sql`json_extract(${editions.payload}, '$.frame.article.text') is not null`,
      ),
    )
    .orderBy(asc(editions.number));
  const concluded = await db
    .select({ id: conclusions.articleId })
    .from(conclusions)
    .where(eq(conclusions.articleId, articleId));
  return {
    relatives: relatives.map((claim) => ({
      label: claim.statement || 'A claim without a statement',
      href: `/articles/${articleId}#claim-${claim.id}`,
    })),
    wholeTexts: whole.map(({ slug, number }) => ({
      label: `Edition ${number}`,
      href: `/a/${encodeURIComponent(slug)}/${number}`,
    })),
    concluded: concluded.length > 0,
  };
}

/** Of which the claim was split off, or into which it was merged. */
const isOrigin = (id: string) =>
  sql`${claims.id} in (select coalesce(c.split_from, '') from claims c where c.id = ${id}
    union select coalesce(c.merged_into, '') from claims c where c.id = ${id})`;
