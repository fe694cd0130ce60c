import { eq, inArray, or, sql } from 'drizzle-orm';
import type { ClaimRows } from '../claims/rows';
import type { Tx } from '../client';
import {
  anchors,
  approaches,
  claimLinks,
  claims,
  comments,
  commentVersions,
  decisions,
  evidence,
  idempotencyKeys,
  merges,
  notifications,
  presences,
  reports,
  revisions,
  schedules,
  secondVerdicts,
  settlements,
  sightings,
  sources,
  threadAnchors,
  threads,
  waivers,
} from '../schema';
import { forget } from '../search/put';
import { indexSource } from '../search/write';
import type { ClaimTraces } from './claim-traces';
import { holdsAny } from './told';

/** Deletes all that hangs on a claim, and what was kept of it elsewhere, the search index included. */
export async function eraseClaimRows(tx: Tx, { claim }: ClaimRows, traces: ClaimTraces): Promise<void> {
  const { id, articleId } = claim;
  await eraseDiscussion(tx, traces);
  for (const table of [anchors, settlements, approaches, waivers, decisions, secondVerdicts, sightings, evidence])
    await tx.delete(table).where(eq(table.claimId, id));
  await eraseSources(tx, traces);
  await tx.delete(claimLinks).where(or(eq(claimLinks.claimId, id), eq(claimLinks.otherId, id)));
  await tx.delete(merges).where(or(eq(merges.claimId, id), eq(merges.into, id)));
  // their evidence went with this claim's: restored, they come back without it
  await tx.update(claims).set({ mergedInto: null }).where(eq(claims.mergedInto, id));
  await tx.delete(notifications).where(eq(notifications.claimId, id));
  await tx.update(presences).set({ claimId: null, field: null }).where(eq(presences.claimId, id));
  const ids = [id, ...traces.evidence, ...traces.sources, ...traces.threads, ...traces.comments];
  await tx.delete(idempotencyKeys).where(holdsAny(idempotencyKeys.answer, ids));
  await tx
    .update(schedules)
    .set({ problems: [] })
    .where(holdsAny(schedules.problems, [id]));
  await eraseFindings(tx, articleId, id);
  await forget(tx, id);
}

async function eraseDiscussion(tx: Tx, { threads: on, comments: said }: ClaimTraces): Promise<void> {
  for (const id of said) {
    await tx.delete(commentVersions).where(eq(commentVersions.commentId, id));
    await tx.delete(comments).where(eq(comments.id, id));
    await forget(tx, id);
  }
  await tx.delete(threadAnchors).where(inArray(threadAnchors.threadId, on));
  await tx.delete(threads).where(inArray(threads.id, on));
}

async function eraseSources(tx: Tx, traces: ClaimTraces): Promise<void> {
  for (const id of traces.sources) {
    await tx.delete(sources).where(eq(sources.id, id));
    await forget(tx, id);
  }
  for (const id of traces.shared) await indexSource(tx, id);
}

/** What was found of the claim in each revision of its article. */
async function eraseFindings(tx: Tx, articleId: string, claimId: string): Promise<void> {
  const rows = await tx
    .select({ revisionId: reports.revisionId, findings: reports.findings })
    .from(reports)
    .innerJoin(revisions, eq(revisions.id, reports.revisionId))
    .where(sql`${eq(revisions.articleId, articleId)} and instr(${reports.findings}, ${claimId}) > 0`);
  for (const { revisionId, findings } of rows) {
    const others = findings.filter((finding) => finding.claimId !== claimId);
    await tx.update(reports).set({ findings: others }).where(eq(reports.revisionId, revisionId));
  }
}
