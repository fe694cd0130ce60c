import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Anchor } from '@/domain/anchor';
import { type Blindness, blindedCandidate } from '@/domain/blind';
import type { Content } from '@/domain/content';
import type { ArticleDoc } from '@/domain/doc';
import type { Approval, Candidate, Material, Payload, WithdrawnClaims } from '@/domain/edition';
import { secondStateOf } from '@/domain/second-verdict';
import { type ArticleRow, articleRow, presentArticle } from '../articles/rows';
import { newestRevision } from '../claims/places';
import { latestApproval, presentAnchor, presentClaim, presentSecond, stateOfRows } from '../claims/present';
import { type ClaimRows, claimRows, type Reading, type SecondRow } from '../claims/rows';
import { concludingOf, conclusionRows } from '../conclusions/rows';
import { countOpenThreads } from '../discussion/read';
import { standingHold } from '../holds/hold';
import { readDeskRow } from '../people/desk';
import { headlines } from '../revisions/texts';
import { claims, editions, people, revisions, withdrawals } from '../schema';
import { policyRow } from '../second-verdicts/policy-row';
import { publicOrigin } from '../settled';
import { readLevels } from '../standards/settings';
import { approvedStands } from './approved';

/** What came after approval: where the words stand in the newest revision, the headline at any time, withdrawals. */
type Since = {
  stands: ReadonlyMap<Anchor, Anchor>;
  titleAt: (instant: string) => string;
  withdrawn: WithdrawnClaims;
  openThreads: ReadonlyMap<string | null, number>;
};

function approvalOf(rows: ClaimRows, { stands, titleAt }: Since): Approval | null {
  const row = latestApproval(rows);
  return (
    row && {
      digest: row.digest,
      content: JSON.parse(row.content) as Content,
      anchors: row.anchors,
      stands: row.anchors.map((anchor) => stands.get(anchor) ?? anchor),
      title: titleAt(row.decidedAt),
      contributors: row.contributors,
      approvedBy: row.decidedBy,
      approvedAt: row.decidedAt,
      overrideReason: row.overrideReason,
    }
  );
}

function secondOf({ second }: ClaimRows): Candidate['second'] {
  if (!second) return null;
  const { filed, adjudication } = presentSecond(second);
  const { verdict, adjudicatedVerdict, choice, reason, question } = second;
  const settled = choice !== null && reason !== null && adjudicatedVerdict !== null;
  return {
    state: secondStateOf({ filed, adjudication }),
    verdict: underScale(second, verdict),
    question,
    adjudicated: settled ? { choice, reason, verdict: underScale(second, adjudicatedVerdict) } : null,
  };
}

const underScale = ({ scaleId, scaleVersion }: SecondRow, verdict: string | null): Content['verdict'] =>
  verdict === null || scaleId === null || scaleVersion === null
    ? null
    : { key: verdict, scale: scaleId, version: scaleVersion };

const candidateOf = (rows: ClaimRows, since: Since): Candidate => ({
  id: rows.claim.id,
  k: rows.claim.k,
  state: stateOfRows(rows),
  statement: rows.claim.statement,
  quotes: rows.claim.quotes,
  anchors: rows.anchors.map((row) => ({ ...presentAnchor(row), kept: row.kept })),
  headline: rows.headline && {
    state: rows.headline.state,
    was: rows.headline.footing?.exact ?? rows.headline.exact,
    kept: rows.headline.kept,
  },
  keptSince: rows.keptSince,
  withdrawal: (rows.claim.k !== null && since.withdrawn.get(rows.claim.k)) || null,
  approval: approvalOf(rows, since),
  second: secondOf(rows),
  mergedInto: rows.claim.mergedInto,
  openThreads: since.openThreads.get(rows.claim.id) ?? 0,
});

/** The newest edition of an article, or null. */
async function newestEdition(db: Reading, articleId: string): Promise<Material['previous']> {
  const [row] = await db
    .select({ number: editions.number, payload: editions.payload, digest: editions.digest, erasure: editions.erasure })
    .from(editions)
    .where(eq(editions.articleId, articleId))
    .orderBy(desc(editions.number))
    .limit(1);
  if (!row) return null;
  const payload = row.erasure === null ? (JSON.parse(row.payload) as Payload) : null;
  return { number: row.number, payload, digest: row.digest };
}

/** The verdict of each claim in the last edition that had it. */
async function verdictsOf(db: Reading, articleId: string): Promise<Material['verdicts']> {
  const rows = await db
    .select({
      claims: sql<string>`(select json_group_array(
          json_object('k', value -> '$.claim.k', 'verdict', value -> '$.claim.content.verdict'))
        from json_each(${editions.payload}, '$.claims'))`,
    })
    .from(editions)
    .where(eq(editions.articleId, articleId))
    .orderBy(asc(editions.number));
  return new Map(
    rows.flatMap(({ claims: all }) =>
      (JSON.parse(all) as { k: number; verdict: Content['verdict'] }[]).map(({ k, verdict }) => [k, verdict] as const),
    ),
  );
}

async function withdrawnClaims(db: Reading, articleId: string): Promise<WithdrawnClaims> {
  const rows = await db
    .select({ k: withdrawals.k, reason: withdrawals.reason, at: withdrawals.withdrawnAt })
    .from(withdrawals)
    .where(and(eq(withdrawals.articleId, articleId), isNotNull(withdrawals.k)));
  return new Map(rows.map(({ k, ...withdrawal }) => [k ?? 0, withdrawal]));
}

async function creditsOf(db: Reading): Promise<Material['credits']> {
  const rows = await db.select({ id: people.id, credit: people.credit }).from(people).where(isNotNull(people.credit));
  return new Map(rows.flatMap(({ id, credit }) => (credit === null ? [] : [[id, credit]])));
}

async function docOf(db: Reading, revisionId: string): Promise<ArticleDoc> {
  const [row] = await db.select({ doc: revisions.doc }).from(revisions).where(eq(revisions.id, revisionId));
  return row!.doc;
}

async function standardsOf(
  db: Reading,
  all: readonly ClaimRows[],
  threads: Since['openThreads'],
  blindness: Blindness,
): Promise<Material['standards']> {
  const seen = all.filter((rows) => !blindness.has(rows.claim.id));
  const judged = seen.map((rows) => {
    const claim = presentClaim(rows, { id: null });
    return [claim.id, { claim, openThreads: threads.get(claim.id) ?? 0 }] as const;
  });
  const now = new Date().toISOString();
  return { ...(await readLevels(db)), origin: publicOrigin(), now, claims: new Map(judged) };
}

export type Made = { row: ArticleRow; revisionId: string; material: Material };

/**
 * Everything that an edition of the article would be made of, as somebody who is so blind may know it, or null when there
 * is no such article.
 */
export async function materialOf(db: Reading, articleId: string, blindness: Blindness): Promise<Made | null> {
  const row = await articleRow(db, articleId);
  const newest = await newestRevision(db, articleId);
  if (!row || !newest) return null;
  const all = await claimRows(db, eq(claims.articleId, articleId));
  const since = {
    stands: await approvedStands(db, row.article, newest, all),
    titleAt: await headlines(db, articleId),
    withdrawn: await withdrawnClaims(db, articleId),
    openThreads: await countOpenThreads(db, articleId),
  };
  const { scale, revision, ...article } = presentArticle(row);
  const material = {
    article: { ...article, revision: { ...revision, text: newest.body, doc: await docOf(db, newest.id) } },
    scale,
    desk: await readDeskRow(db),
    credits: await creditsOf(db),
    claims: all.map((rows) => blindedCandidate(candidateOf(rows, since), blindness)),
    secondsBlock: (await policyRow(db, articleId))?.blocking ?? false,
    // it sums verdicts up, so that whoever is blind to one is not shown it
    conclusion: all.some((rows) => blindness.has(rows.claim.id))
      ? null
      : concludingOf(await conclusionRows(db, articleId)),
    standards: await standardsOf(db, all, since.openThreads, blindness),
    openThreads: since.openThreads.get(null) ?? 0,
    hold: await standingHold(db, articleId),
    previous: await newestEdition(db, articleId),
    verdicts: await verdictsOf(db, articleId),
    lastK: Math.max(0, ...all.map(({ claim }) => claim.k ?? 0)),
  };
  return { row, revisionId: newest.id, material };
}
