import { eq } from 'drizzle-orm';
import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { EvidencePatch, NewEvidence } from '@/domain/contract/claims';
import type { Evidence, SourceChoice } from '@/domain/evidence';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { type Change, changeClaim, changeClaimTelling } from '../claims/change';
import { presentClaim, presentEvidence, presentSource, type Viewer } from '../claims/present';
import type { ClaimRows, Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { newId } from '../ids';
import { evidence, sources } from '../schema';
import { indexSource } from '../search/write';
import type { Expected } from '../version';
import { chosenSource, isShared, type SourceRow } from './sources';

type Item = ClaimRows['evidence'][number];

/** A claim after its evidence changed, and the piece of evidence concerned. */
export type ClaimAndEvidence = { claim: Claim; evidence: Evidence };

const noSuchEvidence = (): Result<never> =>
  refuse('missing', 'no-such-evidence', 'There is no such piece of evidence.');

const telling =
  (id: string, viewer: Viewer) =>
  (rows: ClaimRows): ClaimAndEvidence => {
    const item = rows.evidence.find((row) => row.item.id === id);
    if (!item) throw new Error(`Evidence ${id} is not with its claim`);
    return { claim: presentClaim(rows, viewer), evidence: presentEvidence(item) };
  };

/** Adds evidence under the claim's next number. Asks for no version: adding takes nothing from anybody. */
export function addEvidence(
  permit: Permit<'annotate'>,
  claimId: string,
  given: NewEvidence,
): Promise<Result<ClaimAndEvidence>> {
  const id = newId();
  const add = async (tx: Tx, rows: ClaimRows, actor: Actor, now: string): Promise<Result<Change>> => {
    const source = await chosenSource(tx, actor, given.source);
    if (!source.ok) return source;
    const item = { ...newItem(given), id, claimId, sourceId: source.value.id, number: rows.claim.nextEvidence };
    const stored = { ...item, createdBy: actor.id ?? '', createdAt: now };
    await tx.insert(evidence).values(stored);
    await indexSource(tx, stored.sourceId);
    const claim = { ...rows.claim, nextEvidence: item.number + 1 };
    const proof = [...rows.evidence, { item: stored, source: source.value }];
    const content = { is: presentEvidence({ item: stored, source: source.value }) };
    return ok({ rows: { ...rows, claim, evidence: proof }, type: 'evidence.added', subject: id, content });
  };
  return changeClaimTelling(permit, claimId, 'any', 'edit', add, telling(id, permit.actor));
}

const newItem = (given: NewEvidence) => ({
  stance: given.stance,
  quote: given.quote ?? null,
  locator: given.locator ?? null,
  primary: given.primary ?? false,
  accessedOn: given.accessedOn ?? null,
  archivedUrl: given.archivedUrl ?? null,
  note: given.note ?? null,
  removedAt: null,
});

/** Changes a piece of evidence, or brings a removed one back under its number. */
export async function editEvidence(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  { source: choice, removed, ...patch }: EvidencePatch,
): Promise<Result<ClaimAndEvidence>> {
  const claimId = await claimOf(id);
  if (!claimId) return noSuchEvidence();
  const edit = async (tx: Tx, rows: ClaimRows, actor: Actor): Promise<Result<Change>> => {
    const before = await itemOf(tx, id);
    if (!before) return noSuchEvidence();
    if (before.item.removedAt && removed !== false) return isRemoved();
    const source = choice ? await sourceInstead(tx, actor, before, choice) : ok(before.source);
    if (!source.ok) return source;
    const after = {
      item: { ...before.item, ...patch, sourceId: source.value.id, removedAt: null },
      source: source.value,
    };
    const restored = before.item.removedAt !== null;
    if (!restored && canonical(presentEvidence(before)) === canonical(presentEvidence(after))) {
      return ok({ rows: null, type: 'evidence.changed' });
    }
    await tx.update(evidence).set(after.item).where(eq(evidence.id, id));
    await indexSource(tx, after.item.sourceId);
    if (before.item.sourceId !== after.item.sourceId) await indexSource(tx, before.item.sourceId);
    const others = rows.evidence.filter((row) => row.item.id !== id);
    const proof = [...others, after].sort((a, b) => a.item.number - b.item.number);
    const content = { was: restored ? null : presentEvidence(before), is: presentEvidence(after) };
    const type = restored ? 'evidence.restored' : 'evidence.changed';
    return ok({ rows: { ...rows, evidence: proof }, type, subject: id, content });
  };
  return changeClaimTelling(permit, claimId, expected, 'edit', edit, telling(id, permit.actor));
}

const isRemoved = (): Result<never> =>
  refuse('rule', 'evidence-removed', 'This evidence was deleted. Restore it with {"removed": false} first.');

/** The source that takes the place of an item's: one the desk knows, or this one changed where nothing else cites it. */
async function sourceInstead(
  tx: Tx,
  actor: Actor,
  { item, source }: Item,
  choice: SourceChoice,
): Promise<Result<SourceRow>> {
  const chosen = await chosenSource(tx, actor, choice);
  if (!chosen.ok || chosen.value.id === source.id || 'id' in choice) return chosen;
  const same = { ...presentSource(chosen.value), id: source.id };
  if (canonical(same) !== canonical(presentSource(source)) && (await isShared(tx, source.id, item.id))) return chosen;
  await tx.delete(sources).where(eq(sources.id, chosen.value.id));
  const { id, createdBy, createdAt, ...fields } = chosen.value;
  await tx.update(sources).set(fields).where(eq(sources.id, source.id));
  return ok({ ...source, ...fields });
}

/** Takes a piece of evidence away from its claim; its number is kept for it. */
export async function removeEvidence(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
): Promise<Result<Claim>> {
  const claimId = await claimOf(id);
  if (!claimId) return noSuchEvidence();
  return changeClaim(permit, claimId, expected, 'edit', async (tx, rows, _actor, now) => {
    const row = rows.evidence.find(({ item }) => item.id === id);
    if (!row) return noSuchEvidence();
    await tx.update(evidence).set({ removedAt: now }).where(eq(evidence.id, id));
    await indexSource(tx, row.item.sourceId);
    const proof = rows.evidence.filter(({ item }) => item.id !== id);
    const content = { was: presentEvidence(row) };
    return ok({ rows: { ...rows, evidence: proof }, type: 'evidence.removed', subject: id, content });
  });
}

/** The claim a piece of evidence belongs to, for good, so it may be read outside the transaction. */
async function claimOf(id: string): Promise<string | null> {
  const [row] = await database().read.select({ claimId: evidence.claimId }).from(evidence).where(eq(evidence.id, id));
  return row?.claimId ?? null;
}

async function itemOf(db: Reading, id: string): Promise<Item | null> {
  const [row] = await db
    .select({ item: evidence, source: sources })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .where(eq(evidence.id, id));
  return row ?? null;
}
