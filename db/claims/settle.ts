import { eq } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { Actor, Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import { keepAsItStood, type SettlementWay, type SettlingWay, takeNewWords } from '@/domain/settling';
import type { Tx } from '../client';
import { newId } from '../ids';
import { type Placed, settlements } from '../schema';
import type { Expected } from '../version';
import { changeClaim } from './change';
import { newestOf, ofNewest, putPlaces } from './places';
import type { ClaimRows } from './rows';
import { placedOf, stillStands } from './settled';

export type SettlementRequest = { way: SettlingWay; revision: number };

/**
 * A person says of a claim whose words changed or are lost that the new words are the same claim (its quotes are
 * rewritten, so an approval lapses), or that it is kept as it stood (product.md, rule 4).
 */
export function settleClaim(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  { way, revision }: SettlementRequest,
): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'edit', async (tx, rows, actor, now) => {
    const newest = await newestOf(tx, rows.claim.articleId);
    const current = ofNewest(newest, revision);
    if (!current.ok) return current;
    const taken = settledPlaces(rows, way);
    if (!taken.ok) return taken;
    const made = { way, revisionId: newest.id, before: placedOf(rows), after: taken.value };
    await remember(tx, actor, id, made, now);
    const content = { way, revision, quotes: [rows.claim.quotes, taken.value.quotes] };
    return ok({ rows: await putPlaces(tx, rows.claim, newest, taken.value), type: 'claim.settled', content });
  });
}

function settledPlaces(rows: ClaimRows, way: SettlingWay): Result<Placed> {
  const before = placedOf(rows);
  return way === 'keep'
    ? map(keepAsItStood(before.places), (places) => ({ ...before, places }))
    : map(takeNewWords(before.places, before.quotes), (taken) => ({ ...before, ...taken }));
}

/** Undoes the settlement made in the newest revision, or a keep in force: the claim is to be settled again. */
export function unsettleClaim(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'edit', async (tx, rows, _actor, now) => {
    const { settlement } = rows;
    if (!settlement || !stillStands(rows)) return nothingToUndo();
    const placed = placedOf(rows);
    const back =
      settlement.way === 'keep'
        ? { ...placed, places: placed.places.map((place) => ({ ...place, kept: false })) }
        : settlement.before;
    await tx.update(settlements).set({ undoneAt: now }).where(eq(settlements.id, settlement.id));
    const after = await putPlaces(tx, rows.claim, await newestOf(tx, rows.claim.articleId), back);
    const content = { way: settlement.way, quotes: [rows.claim.quotes, back.quotes] };
    return ok({ rows: after, type: 'claim.unsettled', content });
  });
}

const nothingToUndo = (): Result<never> =>
  refuse(
    'rule',
    'nothing-settled',
    'There is no settlement to undo: the claim has none, or its place or the article has changed since.',
  );

type Made = { way: SettlementWay; revisionId: string; before: Placed; after: Placed };

/** Remembers how a claim was settled, and what it takes to undo that. To be called before its places are put. */
export async function remember(tx: Tx, actor: Actor, claimId: string, made: Made, now: string): Promise<void> {
  await tx
    .insert(settlements)
    .values({ id: newId(), claimId, ...made, settledBy: actor.id ?? '', settledAt: now, undoneAt: null });
}
