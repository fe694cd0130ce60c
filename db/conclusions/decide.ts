import type { Conclusion } from '@/domain/conclusion';
import type { DecisionRequest } from '@/domain/contract/claims';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse, stale } from '@/domain/result';
import { overrideOf } from '@/domain/two-people';
import { allows } from '@/domain/workflow';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import { newId } from '../ids';
import { readDeskRow } from '../people/desk';
import { conclusionDecisions } from '../schema';
import { write } from '../write';
import { keepConclusion, seesConclusion } from './change';
import { type ConclusionRows, conclusionRows, contributorsTo, presentConclusion, stateOfConclusion } from './rows';

/** An editor's approval or return of one exact state of a conclusion, named by its digest, by the rules of claims. */
export function decideConclusion(
  permit: Permit<'decide'>,
  articleId: string,
  request: DecisionRequest,
): Promise<Result<Conclusion>> {
  return write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('forbidden', 'nobody-decides', 'Decide as a person of the desk.');
    if (!(await articleRow(tx, articleId))) return noSuchArticle();
    const sees = await seesConclusion(tx, actor, articleId);
    if (!sees.ok) return sees;
    const before = await conclusionRows(tx, articleId);
    if (request.digest !== before.conclusion.digest) return stale(presentConclusion(before), 'conclusion');
    const allowed = allows(stateOfConclusion(before), request.outcome, 'conclusion');
    if (!allowed.ok) return allowed;
    if (request.outcome === 'return' && !request.note?.trim())
      return refuse('rule', 'needs-note', 'Say in a note why you return it.', { pointer: '/note' });
    const { size } = await readDeskRow(tx);
    const override = overrideOf(permit, { contributors: contributorsTo(before) }, size, request);
    if (!override.ok) return override;
    const now = new Date().toISOString();
    const decision = decisionRow(before, request, {
      overrideReason: override.value,
      decidedBy: actor.id,
      decidedAt: now,
    });
    await tx.insert(conclusionDecisions).values(decision);
    const conclusion = { ...before.conclusion, submittedAt: null, submittedBy: null };
    const rows = { conclusion, decisions: [...before.decisions, decision] };
    const type = request.outcome === 'approve' ? 'conclusion.approved' : 'conclusion.returned';
    const content = { note: decision.note, override: decision.overrideReason };
    return ok(presentConclusion(await keepConclusion(tx, actor, { rows, type, content, subject: decision.id }, now)));
  });
}

type Decided = Pick<ConclusionRows['decisions'][number], 'overrideReason' | 'decidedBy' | 'decidedAt'>;

const decisionRow = (
  rows: ConclusionRows,
  { outcome, digest, note }: DecisionRequest,
  decided: Decided,
): ConclusionRows['decisions'][number] => ({
  id: newId(),
  articleId: rows.conclusion.articleId,
  number: rows.decisions.length + 1,
  outcome,
  digest,
  body: rows.conclusion.body,
  contributors: contributorsTo(rows),
  note: note?.trim() ? note : null,
  ...decided,
});
