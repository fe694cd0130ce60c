import { and, asc, eq, or } from 'drizzle-orm';
import { seesAllOf } from '@/domain/blind';
import type { ClaimLink, LinkKind, Relation } from '@/domain/claim-link';
import type { NewLink } from '@/domain/contract/links';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { database, type Tx } from '../client';
import { newId } from '../ids';
import { recordAll } from '../log';
import { claimLinks, claims } from '../schema';
import { listedClaims } from '../search/present/claims';
import { blindTo } from '../second-verdicts/blind';
import { write } from '../write';
import { erasedClaim, noSuchClaim } from './change';

type LinkRow = typeof claimLinks.$inferSelect;

/** The claims that one is linked with, oldest link first, as the person may see them. */
export async function listLinks(permit: Permit<'read'>, id: string): Promise<Result<ClaimLink[]>> {
  const { read } = database();
  if ((await read.$count(claims, eq(claims.id, id))) === 0) return noSuchClaim();
  if ((await blindTo(read, permit.actor)).has(id)) return ok([]);
  const rows = await read
    .select()
    .from(claimLinks)
    .where(or(eq(claimLinks.claimId, id), eq(claimLinks.otherId, id)))
    .orderBy(asc(claimLinks.id));
  return ok(await presentLinks(permit, id, rows));
}

async function presentLinks(permit: Permit, id: string, rows: readonly LinkRow[]): Promise<ClaimLink[]> {
  const listed = await listedClaims(
    permit,
    rows.map((row) => otherThan(id, row)),
  );
  return rows.flatMap((row) => {
    const other = listed.get(otherThan(id, row));
    if (!other) return [];
    const { row: claim, articleTitle, state, verdict } = other;
    return {
      id: row.id,
      relation: relationOf(id, row),
      claim: { id: claim.id, articleId: claim.articleId, articleTitle, statement: claim.statement, state, verdict },
      createdBy: row.createdBy,
      createdAt: row.createdAt,
    };
  });
}

const otherThan = (id: string, { claimId, otherId }: LinkRow): string => (claimId === id ? otherId : claimId);

const relationOf = (id: string, { kind, claimId }: LinkRow): Relation => {
  if (kind === 'related') return 'related';
  return claimId === id ? 'repeats' : 'repeated-by';
};

/** Links two claims, in place of a link that there was between them. The same link again is no change. */
export async function linkClaim(
  permit: Permit<'annotate'>,
  id: string,
  { claim: other, kind }: NewLink,
): Promise<Result<ClaimLink>> {
  const made = await write(permit, async (tx, actor) => {
    const sees = seesAllOf(await blindTo(tx, actor), [id, other]);
    if (!sees.ok) return sees;
    if (id === other) return linkedWithItself();
    const [one, two] = [await placeOf(tx, id), await placeOf(tx, other)];
    if (!one) return noSuchClaim();
    if (!two) return refuse('rule', 'no-such-claim', 'There is no such claim to link with.', { pointer: '/claim' });
    if (one.erasure !== null || two.erasure !== null) return erasedClaim(one.erasure === null ? other : id);
    const before = await linkBetween(tx, id, other);
    const row = newRow(id, other, kind, actor);
    if (before && before.kind === kind && before.claimId === row.claimId) return ok(before);
    if (before) await tx.delete(claimLinks).where(eq(claimLinks.id, before.id));
    await tx.insert(claimLinks).values(row);
    await tell(tx, actor, 'claim.linked', row, before?.kind ?? null);
    return ok(row);
  });
  if (!made.ok) return made;
  const [link] = await presentLinks(permit, id, [made.value]);
  return link ? ok(link) : noSuchClaim();
}

const linkedWithItself = (): Result<never> =>
  refuse('rule', 'linked-with-itself', 'A claim is not linked with itself. Choose another claim.', {
    pointer: '/claim',
  });

/** Of related claims the older one comes first, so that there is one row whichever of them somebody starts from. */
function newRow(id: string, other: string, kind: LinkKind, actor: Actor): LinkRow {
  const [claimId, otherId] = kind === 'related' && other < id ? [other, id] : [id, other];
  return { id: newId(), kind, claimId, otherId, createdBy: actor.id ?? '', createdAt: new Date().toISOString() };
}

async function placeOf(tx: Tx, id: string) {
  const { articleId, erasure } = claims;
  const [row] = await tx.select({ articleId, erasure }).from(claims).where(eq(claims.id, id));
  return row ?? null;
}

async function linkBetween(tx: Tx, one: string, two: string): Promise<LinkRow | null> {
  const pair = (a: string, b: string) => and(eq(claimLinks.claimId, a), eq(claimLinks.otherId, b));
  const [row] = await tx
    .select()
    .from(claimLinks)
    .where(or(pair(one, two), pair(two, one)));
  return row ?? null;
}

const noSuchLink = (): Result<never> =>
  refuse('missing', 'no-such-link', 'These claims are not linked, or not any more.');

/** Takes a link away. */
export function unlinkClaim(permit: Permit<'annotate'>, linkId: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    const [found] = await tx.select().from(claimLinks).where(eq(claimLinks.id, linkId));
    const blindness = await blindTo(tx, actor);
    if (!found || !seesAllOf(blindness, [found.claimId, found.otherId]).ok) return noSuchLink();
    const [row] = await tx.delete(claimLinks).where(eq(claimLinks.id, linkId)).returning();
    if (!row) return noSuchLink();
    await tell(tx, actor, 'claim.unlinked', row, null);
    return ok(null);
  });
}

/** The log of both claims tells of it, each from its own side. */
async function tell(
  tx: Tx,
  actor: Actor,
  type: 'claim.linked' | 'claim.unlinked',
  row: LinkRow,
  was: LinkKind | null,
): Promise<void> {
  const entries = [];
  for (const id of [row.claimId, row.otherId]) {
    const place = await placeOf(tx, id);
    const content = { relation: relationOf(id, row), claim: otherThan(id, row), was };
    entries.push({ type, articleId: place?.articleId ?? null, claimId: id, subject: row.id, content });
  }
  await recordAll(tx, actor, entries);
}
