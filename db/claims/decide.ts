import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { contentOf } from '@/domain/content';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse, stale } from '@/domain/result';
import { overrideOf } from '@/domain/two-people';
import { allows } from '@/domain/workflow';
import type { Tx } from '../client';
import { newId } from '../ids';
import { readDeskRow } from '../people/desk';
import { decisions } from '../schema';
import { write } from '../write';
import { keep, noSuchClaim, seesClaim } from './change';
import { contributorsOfRows, presentAnchor, presentClaim, presentEvidence, stateOfRows } from './present';
import { type ClaimRows, claimRow } from './rows';

/**
 * An editor's approval or return of one exact state of a claim, named by its digest (product.md, rules 2 and 3).
 * Nobody decides on what they contributed to, unless the desk is of one person or an administrator overrides.
 */
export function decideClaim(permit: Permit<'decide'>, id: string, request: DecisionRequest): Promise<Result<Claim>> {
  return write(permit, async (tx, actor) => {
    const before = await claimRow(tx, id);
    if (!before) return noSuchClaim();
    const sees = seesClaim(before, actor);
    if (!sees.ok) return sees;
    if (request.digest !== before.claim.digest) return stale(presentClaim(before, actor), 'claim');
    const allowed = allows(stateOfRows(before), request.outcome);
    if (!allowed.ok) return allowed;
    if (request.outcome === 'return' && !request.note?.trim()) {
      return refuse('rule', 'needs-note', 'Say in a note why you return it.', { pointer: '/note', claimId: id });
    }
    const override = await overrideFor(tx, permit, before, request);
    if (!override.ok) return override;
    const now = new Date().toISOString();
    const decision = decisionRow(before, request, override.value, actor.id ?? '', now);
    await tx.insert(decisions).values(decision);
    const claim = { ...before.claim, submittedAt: null, submittedBy: null };
    const rows = { ...before, claim, decisions: [...before.decisions, decision] };
    const type = request.outcome === 'approve' ? 'claim.approved' : 'claim.returned';
    const content = { note: decision.note, override: decision.overrideReason };
    const after = await keep(tx, actor, before.claim, rows, { type, subject: decision.id, content }, now);
    return ok(presentClaim(after, actor));
  });
}

/** The reason to record if this decision lifts the two-person rule, null where the rule holds, or the refusal. */
async function overrideFor(
  tx: Tx,
  permit: Permit<'decide'>,
  rows: ClaimRows,
  request: DecisionRequest,
): Promise<Result<string | null>> {
  const contributors = contributorsOfRows(rows);
  const { size } = await readDeskRow(tx);
  return overrideOf(permit, { contributors, claimId: rows.claim.id }, size, request);
}

const decisionRow = (
  rows: ClaimRows,
  { outcome, digest, note }: DecisionRequest,
  overrideReason: string | null,
  by: string,
  now: string,
): typeof decisions.$inferSelect => ({
  id: newId(),
  claimId: rows.claim.id,
  number: rows.decisions.length + 1,
  outcome,
  digest,
  content: canonical(contentOf({ ...rows.claim, evidence: rows.evidence.map(presentEvidence) }, rows.scale)),
  anchors: rows.anchors.map(presentAnchor),
  contributors: contributorsOfRows(rows),
  note: note?.trim() ? note : null,
  overrideReason,
  decidedBy: by,
  decidedAt: now,
});
