import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { contentOf } from '@/domain/content';
import type { DecisionRequest } from '@/domain/contract/claims';
import { contributorsOf } from '@/domain/contribution';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse, refuseAll, stale } from '@/domain/result';
import { overrideOf } from '@/domain/two-people';
import { allows } from '@/domain/workflow';
import type { Tx } from '../client';
import { newId } from '../ids';
import { type News, notify } from '../notifications/notify';
import { readDeskRow } from '../people/desk';
import { decisions } from '../schema';
import { unmetStandards } from '../standards/gate';
import { write } from '../write';
import { keep, noSuchClaim } from './change';
import { checkedOf, presentAnchor, presentClaim, stateOfRows } from './present';
import { type ClaimRows, claimRow } from './rows';

/**
 * An editor's approval or return of one exact state of a claim, named by its digest (product.md, rules 2 and 3).
 * Nobody decides on what they contributed to, unless the desk is of one person or an administrator overrides.
 */
export function decideClaim(permit: Permit<'decide'>, id: string, request: DecisionRequest): Promise<Result<Claim>> {
  return write(permit, async (tx, actor) => {
    const before = await claimRow(tx, id);
    if (!before) return noSuchClaim();
    if (request.digest !== before.claim.digest) return stale(presentClaim(before), 'claim');
    const allowed = allows(stateOfRows(before), request.outcome);
    if (!allowed.ok) return allowed;
    if (request.outcome === 'return' && !request.note?.trim()) {
      return refuse('rule', 'needs-note', 'Say in a note why you return it.', { pointer: '/note', claimId: id });
    }
    const override = await overrideFor(tx, permit, before, request);
    if (!override.ok) return override;
    const unmet = request.outcome === 'approve' ? await unmetStandards(tx, presentClaim(before)) : [];
    if (unmet.length > 0) return refuseAll('rule', unmet);
    const now = new Date().toISOString();
    const decision = decisionRow(before, request, override.value, actor.id ?? '', now);
    await tx.insert(decisions).values(decision);
    const claim = { ...before.claim, submittedAt: null, submittedBy: null };
    const rows = { ...before, claim, decisions: [...before.decisions, decision] };
    const type = request.outcome === 'approve' ? 'claim.approved' : 'claim.returned';
    const content = { note: decision.note, override: decision.overrideReason };
    await notify(tx, actor, decidedNews(before, request));
    return ok(presentClaim(await keep(tx, actor, before.claim, rows, { type, subject: decision.id, content }, now)));
  });
}

/** Told to who contributed or submitted, and to nobody else: what was decided is no news for a second reviewer. */
function decidedNews({ claim }: ClaimRows, { outcome }: DecisionRequest): News[] {
  const kind = outcome === 'approve' ? 'approved' : 'returned';
  const people = [...contributorsOf(claim.createdBy, claim.contributions), claim.submittedBy];
  return people.flatMap((person) =>
    person === null ? [] : [{ person, kind, articleId: claim.articleId, claimId: claim.id } as const],
  );
}

/** The reason to record if this decision lifts the two-person rule, null where the rule holds, or the refusal. */
async function overrideFor(
  tx: Tx,
  permit: Permit<'decide'>,
  { claim }: ClaimRows,
  request: DecisionRequest,
): Promise<Result<string | null>> {
  const contributors = contributorsOf(claim.createdBy, claim.contributions);
  const { size } = await readDeskRow(tx);
  return overrideOf(permit, { contributors, claimId: claim.id }, size, request);
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
  content: canonical(contentOf(checkedOf(rows), rows.scale)),
  anchors: rows.anchors.map(presentAnchor),
  contributors: contributorsOf(rows.claim.createdBy, rows.claim.contributions),
  note: note?.trim() ? note : null,
  overrideReason,
  decidedBy: by,
  decidedAt: now,
});
