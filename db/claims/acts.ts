import { asc, inArray } from 'drizzle-orm';
import type { Act, ActOutcome, ActsRequest, ClaimBrief } from '@/domain/contract/board';
import { type Actor, type Permit, permit as permitFor } from '@/domain/permission';
import { ok, type Refusal, type Result, stale } from '@/domain/result';
import type { ClaimEvent } from '@/domain/workflow';
import type { Tx } from '../client';
import { briefs } from '../desk/briefs';
import { claims } from '../schema';
import { write } from '../write';
import { changeWithin, noSuchClaim, seesClaim, type Work } from './change';
import { dropping, restoring } from './drop';
import { editing } from './edit';
import { type ClaimRows, claimRow } from './rows';
import { submitting, takingBack } from './submission';

/**
 * Does the same to several claims in one write. Each is answered by itself: one that is refused is left as it was and
 * keeps none of the others from being done.
 */
export function actOnClaims(
  permit: Permit<'annotate'>,
  { act, claims: targets }: ActsRequest,
): Promise<Result<ActOutcome[]>> {
  return write(permit, async (tx, actor) => {
    const work = workOf(act, actor);
    if (!work.ok) return work;
    const done: { id: string; before: Result<ClaimRows> }[] = [];
    for (const target of targets) done.push({ id: target.id, before: await acted(tx, actor, work.value, target) });
    const ids = targets.map(({ id }) => id);
    const now = await briefs(tx, permit, inArray(claims.id, ids), [asc(claims.id)]);
    const byId = new Map(now.map((brief) => [brief.id, brief]));
    return ok(done.map(({ id, before }) => outcomeOf(id, before, byId.get(id) ?? null)));
  });
}

type Done = { event: ClaimEvent; work: Work };

function workOf(act: Act, actor: Actor): Result<Done> {
  if (act.do === 'assign') return ok({ event: 'edit', work: editing({ assignee: act.assignee }) });
  if (act.do === 'set due') return ok({ event: 'edit', work: editing({ dueAt: act.dueAt }) });
  if (act.do === 'submit') return ok({ event: 'submit', work: submitting });
  if (act.do === 'take back') return ok({ event: 'take back', work: takingBack });
  const mayDrop = permitFor(actor, 'drop');
  if (!mayDrop.ok) return mayDrop;
  return act.do === 'drop'
    ? ok({ event: 'drop', work: dropping(mayDrop.value, act.reason) })
    : ok({ event: 'restore', work: restoring(mayDrop.value) });
}

/** The claim before the act, or why it was not done. */
async function acted(
  tx: Tx,
  actor: Actor,
  { event, work }: Done,
  { id, updatedAt }: ActsRequest['claims'][number],
): Promise<Result<ClaimRows>> {
  const before = await claimRow(tx, id);
  if (!before) return noSuchClaim();
  const sees = seesClaim(before, actor);
  if (!sees.ok) return sees;
  if (updatedAt !== undefined && Date.parse(updatedAt) !== Date.parse(before.claim.updatedAt))
    return stale(null, 'claim');
  const after = await changeWithin(tx, actor, before, event, work);
  return after.ok ? ok(before) : after;
}

function outcomeOf(id: string, before: Result<ClaimRows>, claim: ClaimBrief | null): ActOutcome {
  if (!before.ok) return { id, done: false, claim, was: null, problems: problemsOf(before.refusal, id) };
  const { assignee, dueAt, dropReason } = before.value.claim;
  return { id, done: true, claim, was: { assignee, dueAt, dropReason }, problems: [] };
}

const problemsOf = ({ problems }: Refusal, claimId: string) => problems.map((problem) => ({ ...problem, claimId }));
