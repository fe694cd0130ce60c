import { eq } from 'drizzle-orm';
import { type Approach, type ApproachFields, brokenApproachRules } from '@/domain/approach';
import { canonical } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ApproachPatch, NewApproach } from '@/domain/contract/standards';
import type { Permit } from '@/domain/permission';
import { map, ok, type Result, refuse, refuseAll } from '@/domain/result';
import { changeClaim, changeClaimTelling } from '../claims/change';
import { presentApproach, presentClaim, type Viewer } from '../claims/present';
import { readClaim } from '../claims/read';
import type { ClaimRows } from '../claims/rows';
import { database } from '../client';
import { newId } from '../ids';
import { approaches } from '../schema';
import type { Expected } from '../version';
import { together, toldOf } from './move';

export type WithApproach = { claim: Claim; approach: Approach };
type Row = ClaimRows['approaches'][number];

const noSuchApproach = (): Result<never> =>
  refuse('missing', 'no-such-approach', 'Nobody was asked for a reply under this id.');

const orNull = (words: string | null | undefined): string | null => words?.trim() || null;
const instantOf = (at: string | null | undefined): string | null => (at ? new Date(at).toISOString() : null);

/** What was given, with what is not said left empty; without words for readers where they are told nothing of them. */
function fieldsOf(given: NewApproach): ApproachFields {
  const outcome = given.outcome ?? null;
  const tells = given.tells ?? 'nothing';
  return {
    party: given.party.trim(),
    channel: given.channel,
    contact: orNull(given.contact),
    question: orNull(given.question),
    askedAt: new Date(given.askedAt).toISOString(),
    deadline: instantOf(given.deadline),
    outcome,
    answer: orNull(given.answer),
    answeredAt: outcome === null ? null : instantOf(given.answeredAt),
    tells,
    told: tells === 'answer' || tells === 'summary' ? orNull(given.told) : null,
  };
}

const telling = (id: string, viewer: Viewer) => (rows: ClaimRows) => ({
  claim: presentClaim(rows, viewer),
  approach: presentApproach(rows.approaches.find((row) => row.id === id)!),
});

/** The claim's approaches with this one in the place of what it was. */
const withRow = (rows: ClaimRows, row: Row): ClaimRows => {
  const others = rows.approaches.filter(({ id }) => id !== row.id);
  return { ...rows, approaches: together(others, [row]) };
};

/** Those asked for a reply to a claim, oldest first. */
export const listApproaches = async (permit: Permit<'read'>, claimId: string): Promise<Result<Approach[]>> =>
  map(await readClaim(permit, claimId), ({ approaches: all }) => all);

/** Records that somebody was asked for a reply, with what came of it where that is known already. */
export function addApproach(
  permit: Permit<'annotate'>,
  claimId: string,
  given: NewApproach,
): Promise<Result<WithApproach>> {
  const id = newId();
  return changeClaimTelling(
    permit,
    claimId,
    'any',
    'edit',
    async (tx, rows, actor, now) => {
      const fields = fieldsOf(given);
      const broken = brokenApproachRules(fields, now);
      if (broken.length > 0) return refuseAll('rule', broken);
      const row: Row = { id, claimId, ...fields, createdBy: actor.id ?? '', createdAt: now, removedAt: null };
      await tx.insert(approaches).values(row);
      return ok({ rows: withRow(rows, row), type: 'approach.made', subject: id, content: { is: toldOf(row) } });
    },
    telling(id, permit.actor),
  );
}

/** Records what came of an approach, or what readers are told of it. */
export async function editApproach(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  patch: ApproachPatch,
): Promise<Result<WithApproach>> {
  const claimId = await claimOf(id);
  if (claimId === null) return noSuchApproach();
  return changeClaimTelling(
    permit,
    claimId,
    expected,
    'edit',
    async (tx, rows, _actor, now) => {
      const before = rows.approaches.find((row) => row.id === id);
      if (!before) return noSuchApproach();
      const fields = fieldsOf({ ...before, ...patch });
      const broken = brokenApproachRules(fields, now);
      if (broken.length > 0) return refuseAll('rule', broken);
      const row = { ...before, ...fields };
      if (canonical(row) === canonical(before)) return ok({ rows: null, type: 'approach.changed' });
      await tx.update(approaches).set(fields).where(eq(approaches.id, id));
      const content = { was: toldOf(before), is: toldOf(row) };
      return ok({ rows: withRow(rows, row), type: 'approach.changed', subject: id, content });
    },
    telling(id, permit.actor),
  );
}

/** Deletes what was recorded by mistake. */
export async function removeApproach(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
): Promise<Result<Claim>> {
  const claimId = await claimOf(id);
  if (claimId === null) return noSuchApproach();
  return changeClaim(permit, claimId, expected, 'edit', async (tx, rows, _actor, now) => {
    const row = rows.approaches.find((each) => each.id === id);
    if (!row) return noSuchApproach();
    await tx.update(approaches).set({ removedAt: now }).where(eq(approaches.id, id));
    const left = rows.approaches.filter((each) => each.id !== id);
    return ok({
      rows: { ...rows, approaches: left },
      type: 'approach.removed',
      subject: id,
      content: { was: toldOf(row) },
    });
  });
}

/** The claim an approach belongs to, read outside the transaction: where a merge moves it meanwhile it is not found there. */
async function claimOf(id: string): Promise<string | null> {
  const [row] = await database()
    .read.select({ claimId: approaches.claimId })
    .from(approaches)
    .where(eq(approaches.id, id));
  return row?.claimId ?? null;
}
