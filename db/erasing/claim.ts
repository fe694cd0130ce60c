import { and, eq } from 'drizzle-orm';
import { digestOf } from '@/domain/canonical';
import { contentOf } from '@/domain/content';
import {
  claimGoes,
  claimStays,
  type Erased,
  type EraseRequest,
  type Erasing,
  erasedWords,
  keepsNothing,
  mayEraseClaim,
} from '@/domain/erasure';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { noSuchClaim } from '../claims/change';
import { type ClaimRows, claimRow, type Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { claims, withdrawals } from '../schema';
import { write } from '../write';
import { eraseClaimRows } from './claim-rows';
import { tracesOfClaim } from './claim-traces';
import { withoutClaim } from './editions';
import { erasedAt } from './erased';
import { sweepErased } from './sweep';
import { eraseContents } from './told';

type Withdrawal = typeof withdrawals.$inferSelect;

async function withdrawalOf(db: Reading, { articleId, k }: ClaimRows['claim']): Promise<Withdrawal | null> {
  if (k === null) return null;
  const [row] = await db
    .select()
    .from(withdrawals)
    .where(and(eq(withdrawals.articleId, articleId), eq(withdrawals.k, k)));
  return row ?? null;
}

const mayErase = ({ k, erasure }: ClaimRows['claim'], withdrawal: Withdrawal | null): Result<true> =>
  mayEraseClaim({ published: k !== null, withdrawn: withdrawal !== null, erased: erasure !== null });

/** What erasing a claim would take and leave, or that it was done. Of one that may not be erased, which somebody may be blind to, nothing. */
export async function claimErasing(_permit: Permit<'administer'>, id: string): Promise<Result<Erasing>> {
  const { read } = database();
  const rows = await claimRow(read, id);
  if (!rows) return noSuchClaim();
  const erased = await erasedAt(read, rows.claim.erasure);
  if (erased) return ok({ erased, refusal: null, goes: [], stays: [] });
  const may = mayErase(rows.claim, await withdrawalOf(read, rows.claim));
  if (!may.ok) {
    const { rule, message } = may.refusal.problems[0]!;
    return ok({ erased: null, refusal: { rule, message }, goes: [], stays: [] });
  }
  const { counts, left } = await tracesOfClaim(read, rows.claim);
  return ok({ erased: null, refusal: null, goes: claimGoes(counts), stays: claimStays(left) });
}

/**
 * Erases the words of a claim that was withdrawn from all editions: what hangs on it, what the log and the editions say
 * of it. Its row stays, dropped and without words, and editions keep its hash.
 */
export async function eraseClaim(
  permit: Permit<'administer'>,
  id: string,
  { reason }: EraseRequest,
): Promise<Result<Erased>> {
  const done = await write(permit, async (tx, actor) => {
    const rows = await claimRow(tx, id);
    if (!rows) return noSuchClaim();
    const { claim } = rows;
    const withdrawal = await withdrawalOf(tx, claim);
    const may = mayErase(claim, withdrawal);
    if (!may.ok) return may;
    if (!withdrawal) throw new Error(`Claim ${id} may be erased and was not withdrawn`);
    const silent = keepsNothing(reason, [claim.statement, ...claim.quotes]);
    if (!silent.ok) return silent;
    const now = new Date().toISOString();
    const traces = await tracesOfClaim(tx, claim);
    const hashes = await withoutClaim(tx, claim.articleId, withdrawal);
    const told = { reason: reason.trim(), contents: traces.entries, hashes, editions: [] };
    const entry = { type: 'claim.erased', articleId: claim.articleId, claimId: id } as const;
    const erasure = await eraseContents(tx, actor, entry, told, now);
    await eraseClaimRows(tx, rows, traces);
    await eraseWords(tx, rows, { erasure, now, by: actor.id ?? withdrawal.withdrawnBy });
    return ok({ at: now, by: actor.id, reason: told.reason });
  });
  if (done.ok) await sweepErased();
  return done;
}

const wordless = {
  statement: '',
  kind: 'event',
  claimant: null,
  saidOn: null,
  saidAt: null,
  about: null,
  quotes: [] as string[],
  verdict: null,
  rationale: '',
} as const;

/** `by`: a dropped claim names a person; at the command line that is who withdrew it, and the log says who erased it. */
async function eraseWords(
  tx: Tx,
  { claim, scale }: ClaimRows,
  { erasure, now, by }: { erasure: number; now: string; by: string },
): Promise<void> {
  await tx
    .update(claims)
    .set({
      ...wordless,
      quotes: [],
      digest: digestOf(contentOf({ ...wordless, quotes: [], evidence: [], approaches: [] }, scale)),
      contributions: [],
      assignee: null,
      assignedBy: null,
      assignedAt: null,
      dueAt: null,
      submittedAt: null,
      submittedBy: null,
      decisionsBehind: 0,
      state: 'dropped',
      droppedAt: claim.droppedAt ?? now,
      droppedBy: claim.droppedBy ?? by,
      dropReason: erasedWords,
      mergedInto: null,
      erasure,
      updatedAt: now > claim.updatedAt ? now : new Date(Date.parse(claim.updatedAt) + 1).toISOString(),
    })
    .where(eq(claims.id, claim.id));
}
