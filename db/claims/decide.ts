import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { contentOf } from '@/domain/content';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse, refuseAll, stale } from '@/domain/result';
import { suggestedWordsOf, type Wording } from '@/domain/suggestion';
import { overrideOf } from '@/domain/two-people';
import { allows } from '@/domain/workflow';
import type { Tx } from '../client';
import { beginThread } from '../discussion/open';
import { resolveReturns } from '../discussion/resolve';
import { newId } from '../ids';
import { type News, notify } from '../notifications/notify';
import { readDeskRow } from '../people/desk';
import { decisions } from '../schema';
import { unmetStandards } from '../standards/gate';
import { write } from '../write';
import { keep, noSuchClaim, seesClaim } from './change';
import { checkedOf, contributorsOfRow, contributorsOfRows, presentAnchor, presentClaim, stateOfRows } from './present';
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
    const unmet = request.outcome === 'approve' ? await unmetStandards(tx, presentClaim(before, actor)) : [];
    if (unmet.length > 0) return refuseAll('rule', unmet);
    const suggested = suggestionOf(before, request);
    if (!suggested.ok) return suggested;
    const now = new Date().toISOString();
    const made = { overrideReason: override.value, suggestion: suggested.value, decidedBy: actor.id ?? '' };
    const decision = decisionRow(before, request, made, now);
    await tx.insert(decisions).values(decision);
    const claim = { ...before.claim, submittedAt: null, submittedBy: null };
    const rows = { ...before, claim, decisions: [...before.decisions, decision] };
    const type = request.outcome === 'approve' ? 'claim.approved' : 'claim.returned';
    await notify(tx, actor, decidedNews(before, request));
    const content = { note: decision.note, override: decision.overrideReason, suggestion: decision.suggestion };
    const after = await keep(tx, actor, before.claim, rows, { type, subject: decision.id, content }, now);
    const discussed = await discuss(tx, actor, decision, before.claim.articleId);
    return discussed.ok ? ok(presentClaim(after, actor)) : discussed;
  });
}

/** Told to who contributed or submitted, and to nobody else: what was decided is no news for a second reviewer. */
function decidedNews({ claim }: ClaimRows, { outcome }: DecisionRequest): News[] {
  const kind = outcome === 'approve' ? 'approved' : 'returned';
  const people = [...contributorsOfRow(claim), claim.submittedBy];
  return people.flatMap((person) =>
    person === null ? [] : [{ person, kind, articleId: claim.articleId, claimId: claim.id } as const],
  );
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

/** The words that the return suggests, as far as they differ from those it returns; null where it suggests none. */
function suggestionOf({ claim }: ClaimRows, { outcome, suggestion }: DecisionRequest): Result<Partial<Wording> | null> {
  if (!suggestion) return ok(null);
  return outcome === 'return'
    ? suggestedWordsOf(suggestion, claim)
    : refuse(
        'rule',
        'suggestion-with-approval',
        'An approval takes the words as they are. Return it to suggest others.',
        {
          pointer: '/suggestion',
        },
      );
}

type DecisionRow = typeof decisions.$inferSelect;

/** A return opens a thread with its note; an approval resolves those that earlier returns opened. */
async function discuss(
  tx: Tx,
  actor: Actor,
  { id, claimId, outcome, note, decidedAt }: DecisionRow,
  articleId: string,
): Promise<Result<unknown>> {
  if (outcome === 'return' && note !== null)
    return beginThread(tx, actor, { articleId, claimId, decisionId: id }, note, decidedAt);
  await resolveReturns(tx, actor, claimId, decidedAt);
  return ok(true);
}

const decisionRow = (
  rows: ClaimRows,
  { outcome, digest, note }: DecisionRequest,
  made: Pick<DecisionRow, 'overrideReason' | 'suggestion' | 'decidedBy'>,
  now: string,
): DecisionRow => ({
  id: newId(),
  claimId: rows.claim.id,
  number: rows.decisions.length + 1,
  outcome,
  digest,
  content: canonical(contentOf(checkedOf(rows), rows.scale)),
  anchors: rows.anchors.map(presentAnchor),
  contributors: contributorsOfRows(rows),
  note: note?.trim() ? note : null,
  ...made,
  suggestionSettled: null,
  decidedAt: now,
});
