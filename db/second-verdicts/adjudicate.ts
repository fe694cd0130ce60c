import type { Claim } from '@/domain/claim';
import type { Adjudicate } from '@/domain/contract/second-verdicts';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { VerdictValue } from '@/domain/scale';
import { allows } from '@/domain/workflow';
import { keep, noSuchClaim, seesClaim } from '../claims/change';
import { verdictsOf } from '../claims/edit';
import { checkFields } from '../claims/fields';
import { contributorsOfRows, presentClaim, stateOfRows } from '../claims/present';
import { type ClaimRows, claimRow, type SecondRow } from '../claims/rows';
import type { Tx } from '../client';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { storeSecond } from './change';

/**
 * An editor's word on two verdicts that differ. The first stays; the second takes its place in the words, and as the
 * contribution, of who filed it; a third is the editor's own contribution. All by the ordinary rules: what was approved
 * lapses when it changes, and whoever contributed does not approve.
 */
export function adjudicate(
  permit: Permit<'decide'>,
  claimId: string,
  expected: Expected,
  request: Adjudicate,
): Promise<Result<Claim>> {
  return write(permit, async (tx, actor) => {
    const rows = await claimRow(tx, claimId);
    if (!rows) return noSuchClaim();
    const sees = seesClaim(rows, actor);
    if (!sees.ok) return sees;
    const current = isCurrent(expected, presentClaim(rows, actor), 'claim');
    if (!current.ok) return current;
    const differing = mayAdjudicate(rows, actor);
    if (!differing.ok) return differing;
    const fields = await chosenFields(tx, rows, differing.value, request);
    if (!fields.ok) return fields;
    const now = new Date().toISOString();
    const { choice, reason } = request;
    const second = {
      ...differing.value,
      ...{ choice, reason: reason.trim(), adjudicatedVerdict: fields.value.verdict },
      ...{ adjudicatedBy: actor.id, adjudicatedAt: now },
    };
    await storeSecond(tx, second);
    const { verdict, rationale } = rows.claim;
    const changes = { verdict: [verdict, fields.value.verdict], rationale: [rationale, fields.value.rationale] };
    const after = { ...rows, claim: { ...rows.claim, ...fields.value }, second };
    const told = {
      type: 'second-verdict.adjudicated',
      subject: second.id,
      content: { choice, reason: second.reason, changes },
    } as const;
    const author = choice === 'second' ? second.reviewer : actor.id;
    return ok(presentClaim(await keep(tx, actor, rows.claim, after, told, now, author ?? ''), actor));
  });
}

/** The second verdict that somebody may adjudicate: one that differs, on which neither verdict is theirs. */
function mayAdjudicate(rows: ClaimRows, { id }: Actor): Result<SecondRow> {
  const { second } = rows;
  const not = (rule: string, message: string) => refuse('rule', rule, message);
  if (!second?.filedAt || second.verdict === second.firstVerdict)
    return not('nothing-to-adjudicate', 'There are no two verdicts on this claim that differ.');
  if (second.choice !== null) return not('adjudicated', 'This is adjudicated. Edit the claim if it should change.');
  if (contributorsOfRows(rows).includes(id ?? ''))
    return not(
      'two-people',
      'You contributed to this claim or filed one of the two verdicts, so another editor adjudicates.',
    );
  const editable = allows(stateOfRows(rows), 'edit');
  return editable.ok ? ok(second) : editable;
}

type Fields = Pick<ClaimRows['claim'], 'verdict' | 'rationale'>;

async function chosenFields(
  tx: Tx,
  rows: ClaimRows,
  second: SecondRow,
  { choice, verdict, rationale }: Adjudicate,
): Promise<Result<Fields>> {
  if (choice === 'first') return ok({ verdict: rows.claim.verdict, rationale: rows.claim.rationale });
  const values = await verdictsOf(tx, rows);
  if (choice === 'second')
    return borneOut({ verdict: second.verdict, rationale: second.rationale ?? '' }, rows, values);
  if (verdict == null) return refuse('rule', 'needs-verdict', 'Choose the third verdict.', { pointer: '/verdict' });
  if (rationale === undefined)
    return refuse('rule', 'needs-rationale', 'Write its rationale.', { pointer: '/rationale' });
  const known = await checkFields(tx, { verdict }, values);
  return known.ok ? borneOut({ verdict, rationale }, rows, values) : known;
}

/** A verdict that calls for evidence needs some with the claim; a second reviewer's own sources are not there by themselves. */
function borneOut(fields: Fields, { evidence }: ClaimRows, values: readonly VerdictValue[]): Result<Fields> {
  const value = values.find(({ key }) => key === fields.verdict);
  if (!value?.needsEvidence || evidence.length > 0) return ok(fields);
  return refuse('rule', 'needs-evidence', `“${value.label}” calls for evidence: add it to the claim first.`);
}
