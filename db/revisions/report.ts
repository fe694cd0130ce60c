import { and, eq } from 'drizzle-orm';
import type { RevisionHead } from '@/domain/article';
import { type Blindness, blindedReport } from '@/domain/blind';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { countsOf, type Finding, type Report, type ReportedClaim } from '@/domain/revision';
import { unsettledOf } from '@/domain/settling';
import { noSuchArticle } from '../articles/read';
import { newestRevision } from '../claims/places';
import { presentSettlement, stateOfRows } from '../claims/present';
import { type ClaimRows, claimRows, placesOfRows, type Reading } from '../claims/rows';
import { database } from '../client';
import { claims, reports, revisions } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { noSuchRevision, revisionHeads } from './read';

/** What was found of a claim's places when the revision was added, and the claim as it is now. */
export type Found = { rows: ClaimRows; findings: readonly Finding[] };

export type Compared = { revision: RevisionHead; base: { number: number; title: string } };

/** The report of a revision from what was found then and what people have settled since, for somebody who is so blind. */
export function reportOf({ revision, base }: Compared, found: readonly Found[], blindness: Blindness): Report {
  const claims = found
    .filter(({ rows }) => rows.claim.droppedAt === null)
    .map(({ rows, findings }) => blindedReport(reported(rows, findings, revision.number), blindness));
  return {
    revision,
    base: base.number,
    headline: base.title === revision.title ? null : { was: base.title, now: revision.title },
    counts: countsOf(claims),
    unsettled: claims.filter(({ unsettled }) => unsettled).length,
    claims,
  };
}

function reported(rows: ClaimRows, findings: readonly Finding[], revision: number): ReportedClaim {
  const { claim, settlement } = rows;
  const [anchor = null, ...alsoAt] = findings;
  return {
    claimId: claim.id,
    k: claim.k,
    statement: claim.statement,
    about: claim.about,
    verdict: claim.verdict,
    claimState: stateOfRows(rows),
    state: anchor?.state ?? 'exact',
    anchor,
    alsoAt,
    unsettled: unsettledOf(placesOfRows(rows)) !== null,
    settlement: settlement?.revision === revision ? presentSettlement(settlement) : null,
  };
}

/** The report of a stored revision, with what has been settled by now. */
export async function readReport(
  { actor }: Permit<'read'>,
  articleId: string,
  number: number,
): Promise<Result<Report>> {
  const { read } = database();
  if (!(await newestRevision(read, articleId))) return noSuchArticle();
  const heads = await revisionHeads(read, articleId);
  const [revision, base] = [number, number - 1].map((each) => heads.find((head) => head.number === each));
  if (!revision) return noSuchRevision();
  const stored = await storedFindings(read, articleId, number);
  if (!stored || !base) {
    return refuse('missing', 'no-report', 'The first revision is compared with nothing, so it has no report.');
  }
  const byClaim = new Map(stored.map(({ claimId, places }) => [claimId, places]));
  const rows = await claimRows(read, eq(claims.articleId, articleId));
  const found = rows.flatMap((each) => {
    const findings = byClaim.get(each.claim.id);
    return findings ? [{ rows: each, findings }] : [];
  });
  return ok(reportOf({ revision, base }, found, await blindTo(read, actor)));
}

async function storedFindings(db: Reading, articleId: string, number: number) {
  const [row] = await db
    .select({ findings: reports.findings })
    .from(reports)
    .innerJoin(revisions, eq(revisions.id, reports.revisionId))
    .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)));
  return row?.findings ?? null;
}
