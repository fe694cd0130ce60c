import type { Claim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { allows } from '@/domain/workflow';
import { newId } from '../ids';
import { record } from '../log';
import { claims, evidence } from '../schema';
import { indexClaim, indexSource } from '../search/write';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { noSuchClaim, seesClaim } from './change';
import { groundOf } from './create';
import { newestOf, rowsOf, storePlaces } from './places';
import { contributorsOfRow, digestOfRows, presentClaim, stateOfRows } from './present';
import { type ClaimRows, claimRow, placesOfRows } from './rows';
import { placedOf } from './settled';

/**
 * Makes a draft copy of a claim for a second assertion in the same words: its span, statement, rationale and evidence,
 * under the same numbers, so that the rationale's citations fit. The copy has no verdict. Whoever contributed to the
 * claim contributed to the copy.
 */
export function splitClaim(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> {
  return write(permit, async (tx, actor) => {
    const from = await claimRow(tx, id);
    if (!from) return noSuchClaim();
    const sees = seesClaim(from, actor);
    if (!sees.ok) return sees;
    const current = isCurrent(expected, presentClaim(from, actor), 'claim');
    if (!current.ok) return current;
    const allowed = allows(stateOfRows(from), 'edit');
    if (!allowed.ok) return allowed;
    if (from.second && !from.second.filedAt) return beingJudged();
    const { articleId } = from.claim;
    const open = await groundOf(tx, articleId);
    if (!open.ok) return open;
    const now = new Date().toISOString();
    const copy = copyOf(from, newId(), actor.id ?? '', now);
    const places = rowsOf(await newestOf(tx, articleId), copy.claim.id, placedOf(from).places);
    await tx.insert(claims).values(copy.claim);
    await storePlaces(tx, places);
    for (const { item } of copy.evidence) await tx.insert(evidence).values(item);
    const told = { type: 'claim.split' as const, articleId, claimId: id, subject: copy.claim.id };
    await record(tx, actor, { ...told, content: { digest: from.claim.digest } }, now);
    const { statement, quotes, digest } = copy.claim;
    const content = { statement, quotes, digest, splitFrom: id };
    await record(tx, actor, { type: 'claim.created', articleId, claimId: copy.claim.id, subject: id, content }, now);
    const rows = (await claimRow(tx, copy.claim.id))!;
    await indexClaim(tx, rows);
    for (const { item } of rows.evidence) await indexSource(tx, item.sourceId);
    return ok(presentClaim(rows, actor));
  });
}

const beingJudged = (): Result<never> =>
  refuse(
    'rule',
    'second-verdict-open',
    'An independent second verdict is asked for, and a copy would show the rationale. Split the claim once it is filed.',
  );

/** The rows of the copy, apart from its places. Removed evidence does not come along; its number stays taken. */
function copyOf(from: ClaimRows, id: string, by: string, now: string): ClaimRows {
  const claim: ClaimRows['claim'] = {
    ...from.claim,
    id,
    k: null,
    verdict: null,
    state: 'draft',
    contributions: [],
    carried: [{ from: from.claim.id, people: contributorsOfRow(from.claim) }],
    ...{ submittedAt: null, submittedBy: null, decisionsBehind: 0 },
    splitFrom: from.claim.id,
    createdBy: by,
    createdAt: now,
    updatedAt: now,
  };
  const proof = from.evidence.map(({ item, source }) => ({ item: { ...item, id: newId(), claimId: id }, source }));
  const rows = {
    ...from,
    claim,
    evidence: proof,
    decisions: [],
    confirmations: [],
    second: null,
    anchors: placesOfRows(from),
  };
  return { ...rows, claim: { ...claim, digest: digestOfRows(rows) } };
}
