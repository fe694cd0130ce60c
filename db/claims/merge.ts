import { and, eq, isNull } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import { type MovedEvidence, mayMerge, renumbered } from '@/domain/merging';
import { type Actor, mayDrop, type Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { moveApproaches, together, toldMoved } from '../approaches/move';
import type { Tx } from '../client';
import { newId } from '../ids';
import { claims, evidence, merges } from '../schema';
import type { Expected } from '../version';
import { type Change, changeClaim, keep, seesClaim } from './change';
import { contributorsOfRow, digestOfRows, presentEvidence } from './present';
import { type ClaimRows, claimRow } from './rows';

const identityOf = ({ claim }: ClaimRows) => ({
  id: claim.id,
  articleId: claim.articleId,
  isDropped: claim.droppedAt !== null,
});

/**
 * Merges a duplicate into another claim: its evidence moves there, under that claim's next numbers, with the records of who
 * was asked for a reply, and it is dropped with a pointer. Whoever contributed to it contributed to the other claim from now on. Its own words stay as they are.
 */
export function mergeClaim(
  permit: Permit<'drop'>,
  id: string,
  expected: Expected,
  into: string,
): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'drop', async (tx, rows, actor, now) => {
    const own = mayDrop(permit, rows.claim.createdBy);
    if (!own.ok) return own;
    const target = await claimRow(tx, into);
    if (!target) return refuse('rule', 'no-such-claim', 'There is no such claim to merge into.', { pointer: '/into' });
    const sees = seesClaim(target, actor);
    if (!sees.ok) return sees;
    const may = mayMerge(identityOf(rows), identityOf(target));
    if (!may.ok) return may;
    const moved = renumbered(
      rows.evidence.map(({ item }) => item),
      target.claim.nextEvidence,
    );
    await move(tx, moved, into);
    const asked = await moveApproaches(tx, rows.approaches, into);
    await tx.insert(merges).values({
      id: newId(),
      claimId: id,
      into,
      digest: rows.claim.digest,
      evidence: moved,
      approaches: asked.map(({ id }) => id),
      mergedBy: actor.id ?? '',
      mergedAt: now,
      undoneAt: null,
    });
    await takeIn(tx, actor, { ...rows, approaches: asked }, target, moved, now);
    const claim = { ...rows.claim, droppedAt: now, droppedBy: actor.id, dropReason: 'A duplicate.', mergedInto: into };
    const content = {
      evidence: moved,
      gone: rows.evidence.map(presentEvidence),
      ...toldMoved('approachesGone', rows.approaches),
    };
    const emptied = { ...rows, claim, evidence: [], approaches: [] };
    return ok({ rows: emptied, type: 'claim.merged', subject: into, content });
  });
}

/** Gives pieces of evidence to a claim, one by one: two may not have one number even for a moment. */
async function move(tx: Tx, moved: readonly MovedEvidence[], claimId: string): Promise<void> {
  for (const { id, is } of moved) await tx.update(evidence).set({ claimId, number: is }).where(eq(evidence.id, id));
}

async function takeIn(
  tx: Tx,
  actor: Actor,
  from: ClaimRows,
  target: ClaimRows,
  moved: readonly MovedEvidence[],
  now: string,
): Promise<void> {
  const numbers = new Map(moved.map(({ id, is }) => [id, is]));
  const proof = from.evidence.map(({ item, source }) => ({
    item: { ...item, claimId: target.claim.id, number: numbers.get(item.id) ?? item.number },
    source,
  }));
  const claim = {
    ...target.claim,
    nextEvidence: target.claim.nextEvidence + moved.length,
    carried: [...target.claim.carried, { from: from.claim.id, people: contributorsOfRow(from.claim) }],
  };
  const approaches = together(target.approaches, from.approaches);
  const rows = { ...target, claim, approaches, evidence: [...target.evidence, ...proof] };
  const told = toldMoved('approachesCome', from.approaches);
  const content = { evidence: [...moved], come: proof.map(presentEvidence), ...told };
  await keep(tx, actor, target.claim, rows, { type: 'claim.took-in', subject: from.claim.id, content }, now);
}

/**
 * Undoes a merge, as part of restoring the claim: what is still with the other claim of the evidence and the approaches that
 * moved comes back, evidence under the numbers it had, as it is by now. Numbers it had there are not given again.
 */
export async function unmerge(tx: Tx, rows: ClaimRows, actor: Actor, now: string): Promise<Result<Change>> {
  const { id, mergedInto } = rows.claim;
  const [merge] = await tx
    .select()
    .from(merges)
    .where(and(eq(merges.claimId, id), isNull(merges.undoneAt)));
  const target = mergedInto === null ? null : await claimRow(tx, mergedInto);
  if (!merge || !target) throw new Error(`Claim ${id} is merged into nothing`);
  const sees = seesClaim(target, actor);
  if (!sees.ok) return sees;
  if (target.claim.mergedInto !== null) return mergedOn(target.claim.id);
  const there = await tx.select({ id: evidence.id }).from(evidence).where(eq(evidence.claimId, target.claim.id));
  const still = new Set(there.map((item) => item.id));
  const back = merge.evidence.filter((item) => still.has(item.id)).map(({ id, was, is }) => ({ id, was: is, is: was }));
  await move(tx, back, id);
  const asked = target.approaches.filter((row) => merge.approaches.includes(row.id));
  await moveApproaches(tx, asked, id);
  await tx.update(merges).set({ undoneAt: now }).where(eq(merges.id, merge.id));
  await giveBack(tx, actor, target, id, { evidence: back, approaches: asked }, now);
  await tx.update(claims).set({ mergedInto: null }).where(eq(claims.id, id));
  const again = standingAgain((await claimRow(tx, id))!, target, merge.digest);
  const told = toldMoved('approachesCome', asked);
  const content = { evidence: back, come: again.evidence.map(presentEvidence), ...told };
  return ok({ rows: again, type: 'claim.restored', subject: target.claim.id, content });
}

/** The claim as it stands again. What comes back otherwise than it went was worked on by whoever worked on the other. */
function standingAgain(rows: ClaimRows, { claim: other }: ClaimRows, digest: string): ClaimRows {
  const touched = digestOfRows(rows) !== digest;
  const carried = touched
    ? [...rows.claim.carried, { from: other.id, people: contributorsOfRow(other) }]
    : rows.claim.carried;
  return { ...rows, claim: { ...rows.claim, carried, droppedAt: null, droppedBy: null, dropReason: null } };
}

async function giveBack(
  tx: Tx,
  actor: Actor,
  target: ClaimRows,
  to: string,
  back: { evidence: readonly MovedEvidence[]; approaches: ClaimRows['approaches'] },
  now: string,
): Promise<void> {
  const gone = new Set([...back.evidence, ...back.approaches].map(({ id }) => id));
  const claim = { ...target.claim, carried: target.claim.carried.filter(({ from }) => from !== to) };
  const evidence = target.evidence.filter(({ item }) => !gone.has(item.id));
  const approaches = target.approaches.filter(({ id }) => !gone.has(id));
  const rows = { ...target, claim, evidence, approaches };
  const went = target.evidence.filter(({ item }) => gone.has(item.id)).map(presentEvidence);
  const content = { evidence: [...back.evidence], gone: went, ...toldMoved('approachesGone', back.approaches) };
  await keep(tx, actor, target.claim, rows, { type: 'claim.gave-back', subject: to, content }, now);
}

const mergedOn = (claimId: string): Result<never> =>
  refuse(
    'rule',
    'merged-onward',
    'The claim that took its evidence was itself merged into another since. Restore that one first.',
    { claimId },
  );
